import { TOPICS } from '@diglot/contracts';
import { presentTrace, type TraceFacts } from './present-trace.ts';
import { candidatesOf } from './trace-candidates.ts';
import type { AnnouncedRow } from './trace.repository.ts';

const key = '2503.00001';
const { candidates } = candidatesOf([{ type: 'paper.state', subject: key, revision: 3 }], 10);
/** A state is announced by a pointer, which has no payload. */
const announced = candidates.map(({ eventId, topic, revision }): AnnouncedRow => ({
  eventId,
  topic,
  key,
  headers: {},
  announcedAt: new Date(1_700_000_000_000 + revision * 1_000),
  payload: null,
  size: null,
}));
const body = Buffer.from(JSON.stringify({ arxivId: key }));
const held = (revision: number) => [{ arxivId: key, revision, payload: body, size: body.length }];
const facts = (more: Partial<TraceFacts>): TraceFacts => ({
  kind: 'paper',
  of: key,
  isWhole: true,
  candidates,
  announced,
  receipts: [],
  readers: [],
  webhooks: [],
  states: [],
  ...more,
});
const payloads = (given: TraceFacts) => presentTrace(given).events.map(({ payload }) => payload?.json ?? null);

describe('states in a trace', () => {
  it('have the payload that is kept where it was announced, and none anywhere else', () => {
    expect(payloads(facts({ states: held(3) }))).toEqual([null, null, { arxivId: key }]);
    expect(payloads(facts({ states: held(2) }))).toEqual([null, { arxivId: key }, null]);
  });

  it('have none where none is wanted, or where the paper is gone', () => {
    expect(payloads(facts({}))).toEqual([null, null, null]);
  });

  it('lend it to nothing else that has the same key', () => {
    const [first] = announced.map((row) => ({ ...row, topic: TOPICS.paperParsed }));
    expect(payloads(facts({ announced: first ? [first] : [], states: held(3) }))).toEqual([null]);
  });
});
