import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parser } from '@asyncapi/parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { leaveOut } from '@diglot/testing';
import { EVENT_CONTRACTS, type EventType } from '../events/event-types.ts';
import { asyncApiDocument } from './asyncapi-document.ts';
import { breakingChanges } from './breaking-changes.ts';
import { eventSchema, eventSchemas, type Json } from './event-schema.ts';
import { exampleRecords } from './example-records.ts';

const FIXTURES = new URL('../golden/fixtures/', import.meta.url);
const types = Object.keys(EVENT_CONTRACTS) as EventType[];

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

describe.each(types)('the schema of %s', (type) => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const file = new URL(`schemas/${EVENT_CONTRACTS[type].dataSchema.replace('/schemas/', '')}`, FIXTURES);

  it('describes every record that we have promised, and no other', () => {
    const validate = ajv.compile(eventSchema(type));
    const examples = exampleRecords(type);
    expect(examples.length).toBeGreaterThan(0);
    for (const { value } of examples) {
      expect([validate(value), validate.errors]).toEqual([true, null]);
      expect(validate({ ...(value as object), unheard: 1 })).toBe(false);
    }
  });

  /** `UPDATE_GOLDEN=1` writes it anew, unless that would break who reads the version: that needs another version. */
  it('breaks nobody who reads this version, and is the one that is published', () => {
    const schema = eventSchema(type);
    const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Json) : schema;
    expect(breakingChanges(before, schema)).toEqual([]);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});

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
