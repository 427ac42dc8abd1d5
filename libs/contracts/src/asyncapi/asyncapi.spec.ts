import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parser } from '@asyncapi/parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { leaveOut } from '@diglot/testing';
import { EVENT_CONTRACTS, type EventType } from '../events/event-types.ts';
import { TOPIC_DEFINITIONS } from '../events/topic-definitions.ts';
import { asyncApiDocument } from './asyncapi-document.ts';
import { breakingChanges } from './breaking-changes.ts';
import { eventSchemas, type Json } from './event-schema.ts';
import { EVENT_TEXTS } from './event-texts.ts';
import { exampleRecords } from './example-records.ts';

const FIXTURES = new URL('../golden/fixtures/', import.meta.url);
const types = Object.keys(EVENT_CONTRACTS) as EventType[];

interface AsyncApi {
  readonly channels: Readonly<Record<string, { readonly messages: Readonly<Record<string, Message>> }>>;
  readonly components: {
    readonly messageTraits: { readonly cloudEvent: { readonly headers: { readonly properties: Json } } };
  };
}

interface Message {
  readonly headers: Json;
  readonly payload: Json;
  readonly examples: readonly { readonly headers: Json; readonly payload: unknown }[];
}

describe('the AsyncAPI document', () => {
  it('is valid', async () => {
    const diagnostics = await new Parser().validate(JSON.stringify(asyncApiDocument('1.0.0')));
    const errors = diagnostics.filter(({ severity }) => Number(severity) === 0);
    expect(errors.map(({ path, message }) => [path.join('.'), message])).toEqual([]);
  });

  it('has a channel for every event type, with its topic', () => {
    const { channels } = asyncApiDocument('1') as { channels: Record<string, { address: string }> };
    expect(Object.values(channels).map(({ address }) => address)).toEqual(
      types.map((type) => EVENT_CONTRACTS[type].topic),
    );
  });
});

describe.each(types)('what the document says of records of %s', (type) => {
  const { channels, components } = asyncApiDocument('1') as unknown as AsyncApi;
  const { messages } = channels[type.replace('.', '-')] ?? { messages: {} };
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);

  it('holds for every example, of key, headers and value', () => {
    const shared = ajv.compile(components.messageTraits.cloudEvent.headers);
    for (const { headers, payload, examples } of Object.values(messages)) {
      const [own, value] = [ajv.compile(headers), ajv.compile(payload)];
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        expect([shared(example.headers), own(example.headers), value(example.payload)]).toEqual([true, true, true]);
        const known = Object.keys(components.messageTraits.cloudEvent.headers.properties);
        expect(known).toEqual(expect.arrayContaining(Object.keys(example.headers)));
      }
    }
  });

  it('names of what key and subject are made', () => {
    const { key, subject } = EVENT_TEXTS[type];
    for (const { key: recordKey, headers, value } of exampleRecords(type)) {
      const data = (value ?? { arxivId: recordKey }) as Record<string, unknown>;
      const parts = Array.isArray(subject)
        ? (subject as readonly string[])
        : (subject as Record<string, readonly string[]>)[String(data['kind'])];
      expect([recordKey, headers['ce_subject']]).toEqual([joined(key, data), joined(parts ?? [], data)]);
    }
  });

  it('shows a tombstone where there are any', () => {
    const gone = Object.values(messages).flatMap(({ examples }) => examples.filter(({ payload }) => payload === null));
    expect(gone.length > 0).toBe(
      TOPIC_DEFINITIONS.some(({ topic, cleanup }) => topic === EVENT_CONTRACTS[type].topic && cleanup === 'compact'),
    );
  });
});

/** Fields of a value as the name that they make. */
function joined(parts: readonly string[], data: unknown): string {
  const field = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], data);
  return parts.map((part) => String((part.startsWith('"') ? JSON.parse(part) : field(part)) ?? '')).join('\n');
}

describe('a golden record', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: fileURLToPath(FIXTURES), encoding: 'utf8' });

  it('once published is never changed: raise the version instead', () => {
    const isClone = existsSync(new URL('../../../../.git', import.meta.url));
    if (!isClone && leaveOut('without the history of the project nobody knows which golden records were changed'))
      return;
    const committed = git('log', '--diff-filter=M', '--name-only', '--format=', '--', '*.json', ':!schemas');
    const uncommitted = git('diff', 'HEAD', '--diff-filter=M', '--name-only', '--', '*.json', ':!schemas');
    expect(`${committed}${uncommitted}`.trim()).toBe('');
  });
});

describe('breakingChanges', () => {
  const object = (properties: Json, required: readonly string[] = Object.keys(properties)): Json => ({
    type: 'object',
    properties,
    required,
  });
  const text = { type: 'string' };

  it.each<[string, Json, Json, string[]]>([
    ['a property that is added', object({ a: text }), object({ a: text, b: text }), []],
    ['a property that is gone', object({ a: text, b: text }), object({ a: text }), ['value.b is gone']],
    ['one that may be missing', object({ a: text }), object({ a: text }, []), ['value.a is no longer always there']],
    ['another type', object({ a: text }), object({ a: { type: 'number' } }), ['value.a: "string" became "number"']],
    ['a value that is added', { enum: ['a'] }, { enum: ['a', 'b'] }, []],
    ['a value that is gone', { enum: ['a', 'b'] }, { enum: ['a'] }, ['value: the value "b" is gone']],
    ['another constant', { const: 1 }, { const: 2 }, ['value: another constant']],
    ['an enumeration that is opened', { enum: ['a'] }, { examples: ['a', 'b'] }, []],
    ['a known value that is gone', { examples: ['a', 'b'] }, { examples: ['a'] }, ['value: the value "b" is gone']],
    ['an object that is opened', { ...object({}), additionalProperties: false }, object({}), []],
    ['one that is closed', object({}), { ...object({}), additionalProperties: false }, ['value is no longer open']],
    ['within a list', { items: object({ a: text }) }, { items: object({}) }, ['value[].a is gone']],
    ['an alternative that is added', { anyOf: [text] }, { anyOf: [text, { type: 'null' }] }, []],
    ['an alternative that is gone', { oneOf: [text, text] }, { oneOf: [text] }, ['value: alternative 2 is gone']],
  ])('says of %s what it breaks', (_, before, after, expected) => {
    expect(breakingChanges(before, after)).toEqual(expected);
  });
});

test('schemas are named as the records name them', () => {
  expect([...eventSchemas().keys()]).toContain('paper.state.v1.json');
});
