import fc from 'fast-check';
import { sampleEvents } from '../golden/samples.ts';
import { TOPICS } from '../events/event-types.ts';
import { decodeRecord } from './decode.ts';
import { encodeEvent, statePaperGone } from './encode.ts';
import { conflictEventId, deadLetterEventId, factEventId, recordEventId } from './event-id.ts';
import type { TopicRecord } from './envelope.ts';

const parsed = sampleEvents()['paper.parsed.v1'];
if (!parsed) throw new Error('no sample');
const record = encodeEvent(parsed);
const withHeader = (name: string, value: string): TopicRecord => ({
  ...record,
  headers: { ...record.headers, [name]: value },
});
const withData = (change: object): TopicRecord => ({
  ...record,
  value: Buffer.from(JSON.stringify({ ...(parsed.data as object), ...change })),
});

describe('decodeRecord refuses', () => {
  it.each<[string, TopicRecord, string, RegExp]>([
    ['a topic of nobody', { ...record, topic: 'other' }, 'DIGLOT_EVENT_UNKNOWN_TYPE', /topic other/],
    ['a later version', withHeader('ce_type', 'paper.parsed.v2'), 'DIGLOT_EVENT_UNKNOWN_TYPE', /paper\.parsed\.v2/],
    ['headers without an id', { ...record, headers: {} }, 'DIGLOT_EVENT_SCHEMA', /ce_id/],
    ['a revision of zero', withHeader('ce_revision', '0'), 'DIGLOT_EVENT_SCHEMA', /ce_revision/],
    ['bytes that are no JSON', { ...record, value: Buffer.from('{') }, 'DIGLOT_EVENT_UNDECODABLE', /JSON/],
    [
      'bytes that are no UTF-8',
      { ...record, value: Buffer.from([0x22, 0xff, 0x22]) },
      'DIGLOT_EVENT_UNDECODABLE',
      /valid/,
    ],
    ['a tombstone of a fact', { ...record, value: null }, 'DIGLOT_EVENT_SCHEMA', /tombstone/],
    ['a field of the wrong type', withData({ line: 'seven' }), 'DIGLOT_EVENT_SCHEMA', /line/],
    ['a retraction with a paper', withData({ retracted: true }), 'DIGLOT_EVENT_SCHEMA', /exactly when/],
    ['another subject', withHeader('ce_subject', 'someone else'), 'DIGLOT_EVENT_SCHEMA', /ce_subject/],
    ['another key', { ...record, key: '2503.00002' }, 'DIGLOT_EVENT_KEY_MISMATCH', /2503\.00002/],
  ])('%s', (_, bad, code, detail) => {
    expect(decodeRecord(bad)).toEqual({ ok: false, code, detail: expect.stringMatching(detail) });
  });

  it('anything at all without throwing', () => {
    const headers = fc.dictionary(fc.constantFrom(...Object.keys(record.headers)), fc.string());
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(TOPICS)),
        fc.string(),
        headers,
        fc.option(fc.uint8Array()),
        (topic, key, given, value) => {
          expect(decodeRecord({ topic, key, headers: given, value })).toMatchObject({ ok: false });
        },
      ),
    );
  });
});

test('a tombstone of a state is a state', () => {
  const gone = statePaperGone('2503.00001', 5);
  expect(encodeEvent(gone)).toMatchObject({ key: '2503.00001', value: null });
  expect(decodeRecord(encodeEvent(gone))).toEqual({ ok: true, event: gone });
});

describe('event ids', () => {
  it('follow from type, subject, revision and replay alone', () => {
    const ids = [
      factEventId('paper.parsed', 'a', 1, null),
      factEventId('paper.parsed', 'a', 2, null),
      factEventId('paper.parsed', 'a', 1, 'again'),
      factEventId('paper.translated', 'a', 1, null),
      factEventId('paper.parsed', 'a","1', 1, null),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(factEventId('paper.parsed', 'a', 1, null)).toBe(ids[0]);
  });

  it('never change: this one is for ever', () => {
    expect(factEventId('paper.parsed', 'lab', 1, null)).toBe('7419ae46-945b-5ee3-90ee-be09b2a25daa');
  });

  it('exist for records that name none, for dead letters and for conflicts', () => {
    const place = { topic: 't', partition: 0, offset: '1', timestamp: 0, value: null };
    const ids = [
      recordEventId(place),
      recordEventId({ ...place, offset: '2' }),
      recordEventId({ ...place, value: Buffer.from('x') }),
      deadLetterEventId('c', 'e', 0),
      deadLetterEventId('c', 'e', 1),
      conflictEventId('e', 'hash'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
