import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { decodeRecord } from '../envelope/decode.ts';
import { encodeEvent } from '../envelope/encode.ts';
import type { TopicRecord } from '../envelope/envelope.ts';
import { sampleEvents } from './samples.ts';

const golden = (name: string): URL => new URL(`fixtures/${name}.json`, import.meta.url);

/** A record as a file that a person can read. */
function render({ topic, key, headers, value }: TopicRecord): string {
  const data: unknown = value === null ? null : JSON.parse(Buffer.from(value).toString());
  return `${JSON.stringify({ topic, key, headers, value: data }, null, 2)}\n`;
}

describe.each(Object.entries(sampleEvents()))('%s', (name, event) => {
  const record = encodeEvent(event);

  /** To add a version, write its file: `UPDATE_GOLDEN=1 npx jest`. A changed file of a published version is a broken promise. */
  it('is on the wire what it always was', () => {
    if (process.env['UPDATE_GOLDEN'] === '1' && !existsSync(golden(name))) writeFileSync(golden(name), render(record));
    expect(render(record)).toBe(readFileSync(golden(name), 'utf8'));
  });

  it('comes back as it was sent', () => {
    expect(decodeRecord(record)).toEqual({ ok: true, event });
  });
});

const withValue = Object.entries(sampleEvents()).filter(([, { data }]) => data !== null);

it.each(withValue)('%s is read by an old consumer when a field was added', (_, event) => {
  const data = { ...(event.data as object), addedLater: true };
  const value = Buffer.from(JSON.stringify(data));
  expect(decodeRecord({ ...encodeEvent(event), value })).toEqual({ ok: true, event });
});

describe('records of an earlier release', () => {
  it('of a state that had neither provenance nor versions are read, with nothing in their place', () => {
    const { value, ...record } = JSON.parse(readFileSync(golden('paper.state.v1'), 'utf8')) as TopicRecord;
    const decoded = decodeRecord({ ...record, value: Buffer.from(JSON.stringify(value)) });
    expect(decoded).toMatchObject({
      ok: true,
      event: { data: { title: { provenance: null }, categories: [], topics: [], versions: [], marks: [] } },
    });
  });
});
