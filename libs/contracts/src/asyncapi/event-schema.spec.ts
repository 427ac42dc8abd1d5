import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { EVENT_CONTRACTS, type EventType } from '../events/event-types.ts';
import { breakingChanges } from './breaking-changes.ts';
import { eventSchema, type Json } from './event-schema.ts';
import { exampleRecords } from './example-records.ts';

const FIXTURES = new URL('../golden/fixtures/', import.meta.url);
const types = Object.keys(EVENT_CONTRACTS) as EventType[];

describe.each(types)('the schema of %s', (type) => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const schema = eventSchema(type);
  const validate = ajv.compile(schema);
  const parts = objectsIn(schema) as Json[];
  const promised = promisedValues(type);

  it('describes every record that we have promised, those of earlier releases too', () => {
    expect(promised.length).toBeGreaterThanOrEqual(exampleRecords(type).filter(({ value }) => value !== null).length);
    for (const value of promised) expect([validate(value), validate.errors]).toEqual([true, null]);
  });

  it('lets pass what a later release adds: a property anywhere, a value of any enumeration', () => {
    const known = new Set(parts.flatMap(({ examples }) => (Array.isArray(examples) ? (examples as unknown[]) : [])));
    for (const value of promised) {
      const later = grown(value, known);
      expect(JSON.stringify(later)).toContain('"unheard"');
      expect([validate(later), validate.errors]).toEqual([true, null]);
    }
  });

  it('says of every enumeration what to take a value for that one does not know', () => {
    for (const part of parts.filter((each) => 'examples' in each)) {
      expect(part['description']).toMatch(/\S\. More values .* Unknown: \w/);
    }
    // What is closed is a list of known kinds that another alternative leaves out.
    const closed = parts.filter((each) => 'enum' in each);
    const leftOut = new Set(parts.map(({ not }) => not));
    expect(closed.filter((each) => !leftOut.has(each))).toEqual([]);
  });

  it('says of every property what it is', () => {
    const named = parts.flatMap(({ properties }) => Object.entries((properties ?? {}) as Record<string, Json>));
    const isSaid = ({ description, anyOf, not }: Json): boolean =>
      Boolean(description ?? not) || (Array.isArray(anyOf) && (anyOf as Json[]).some(isSaid));
    // The pair of texts is said by its two texts.
    const undescribed = named.filter(([, property]) => !isSaid(property) && !('properties' in property));
    expect(undescribed.map(([name]) => name)).toEqual([]);
  });

  it('lets pass nothing that lacks what is always there', () => {
    for (const value of promised) {
      const alternatives = (schema['oneOf'] ?? [schema]) as { properties: Record<string, Json>; required: string[] }[];
      const own = alternatives.find(({ properties }) =>
        [undefined, value['kind']].includes(properties['kind']?.['const']),
      );
      expect(own?.required.length).toBeGreaterThan(0);
      for (const name of own?.required ?? []) {
        const { [name]: _, ...without } = value;
        expect([name, validate(without)]).toEqual([name, false]);
      }
    }
  });

  it('is wider than what we state ourselves', () => {
    const { schema: strict } = EVENT_CONTRACTS[type];
    for (const { value } of exampleRecords(type).filter((each) => each.value !== null)) {
      expect(strict.parse(value)).toEqual(value);
      expect(strict.parse({ ...(value as Json), unheard: 1 })).toEqual(value);
    }
  });

  /** `UPDATE_GOLDEN=1` writes it anew, unless that would break who reads the version: that needs another version. */
  it('breaks nobody who reads this version, and is the one that is published', () => {
    const file = new URL(`schemas/${EVENT_CONTRACTS[type].dataSchema.replace('/schemas/', '')}`, FIXTURES);
    const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Json) : schema;
    expect(breakingChanges(before, schema)).toEqual([]);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});

/** The values of every golden record of a type. */
function promisedValues(type: EventType): Json[] {
  const names = readdirSync(FIXTURES).filter((name) => name.startsWith(`${type}.v`) && name.endsWith('.json'));
  const records = names.map(
    (name) => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as { value: Json | null },
  );
  return records.flatMap(({ value }) => (value === null ? [] : [value]));
}

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? below : [value, ...below];
}

/** A value as a later release may state it. */
function grown(value: unknown, known: ReadonlySet<unknown>): unknown {
  if (Array.isArray(value)) return value.map((each) => grown(each, known));
  if (typeof value !== 'object' || value === null) return known.has(value) ? 'unheard' : value;
  const properties = Object.entries(value).map(([name, each]) => [name, grown(each, known)]);
  return { ...Object.fromEntries(properties), unheard: 1 };
}
