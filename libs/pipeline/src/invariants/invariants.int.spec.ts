import { DiglotError } from '@diglot/domain';
import { parsedAnnouncement } from '../testing/shelf.events.ts';
import { emptyTables, shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { checkInvariants } from './invariants.statement.ts';

let shared: BenchDatabase;
let bench: StageBench;

beforeAll(async () => {
  shared = await shelfDatabase();
});
afterAll(async () => shared.drop());

/** A log whose reader has taken all of it: one event done, one dead, one waiting. */
beforeEach(async () => {
  await emptyTables(shared.database);
  bench = new StageBench(shared.database);
  const entries = [1, 2, 3].map((paper) => ({ paper, title: 't' }));
  await shared.database.transaction((tx) => appendToOutbox(tx, entries.map(parsedAnnouncement)));
  bench.prepare = (event) => {
    if (event.subject.includes('00002')) throw new DiglotError('DIGLOT_DIGEST_ENCODING', 'bad');
    if (event.subject.includes('00003')) throw new DiglotError('DIGLOT_TIMEOUT', 'slow');
  };
  await bench.deliver(entries.map((entry) => bench.record(entry)));
  await shared.database.run(
    `INSERT INTO pipeline.cursor (reader, topic, txid, id)
     SELECT $1, topic, txid, id FROM pipeline.outbox WHERE topic NOT LIKE '%.dlq' ORDER BY id DESC LIMIT 1`,
    [bench.name],
  );
});

const violations = async (): Promise<string[]> =>
  (await checkInvariants(shared.database)).map(({ invariant, count }) => `${invariant} ${count}`);
const change = async (status: string, assignments: string): Promise<number> =>
  shared.database.run(`UPDATE pipeline.inbox SET ${assignments} WHERE status = '${status}'`);

it('nothing is wrong while everything is as it should be', async () => {
  expect(await checkInvariants(shared.database)).toEqual([]);
});

it.each<[string, string[], () => Promise<unknown>]>([
  [
    'I1: a cursor has passed an event without a receipt',
    ['I1 1'],
    async () => shared.database.run(`DELETE FROM pipeline.inbox WHERE status = 'done'`),
  ],
  [
    'I1: a cursor has passed a pointer whose key was never taken',
    ['I1 1'],
    async () =>
      shared.database.run(
        `UPDATE pipeline.outbox SET payload = NULL, event_id = gen_random_uuid(), key = 'other' WHERE key LIKE '%1'`,
      ),
  ],
  ['I2: what is done still holds its payload', ['I2 1'], async () => change('done', `payload = '\\x00'`)],
  ['I2: what is dead has no cause', ['I2 1'], async () => change('dead', 'error_code = NULL')],
  ['I2: what is dead is leased', ['I2 1'], async () => change('dead', 'lease_token = gen_random_uuid()')],
  ['I4: what waits will never be due', ['I4 1'], async () => change('retrying', 'next_at = NULL')],
  ['I4: nobody sweeps what is due', ['I4 1'], async () => change('retrying', `next_at = now() - interval '6 minutes'`)],
  [
    'I5: a dead one has no dead letter',
    ['I5 1'],
    async () => shared.database.run(`DELETE FROM pipeline.outbox WHERE topic LIKE '%.dlq'`),
  ],
  ['I5: a second death has only the dead letter of the first', ['I5 1'], async () => change('dead', 'redrives = 1')],
  [
    'I6: a cursor is ahead of all transactions',
    ['I6 1'],
    async () => shared.database.run(`UPDATE pipeline.cursor SET txid = '9000000000000'`),
  ],
  [
    'I6: a row of the log is ahead of all transactions',
    ['I6 1'],
    async () => shared.database.run(`UPDATE pipeline.outbox SET txid = '9000000000000' WHERE topic LIKE '%.dlq'`),
  ],
])('%s', async (_, expected, damage) => {
  await damage();
  expect(await violations()).toEqual(expected);
});

it('a relay has a cursor and no inbox, and that is no violation', async () => {
  await shared.database.run(`UPDATE pipeline.cursor SET reader = 'diglot.relay'`);
  expect(await violations()).toEqual([]);
});

it('an event that states no id is known by its place, a pointer by its key', async () => {
  await shared.database.run(`UPDATE pipeline.outbox SET event_id = gen_random_uuid() WHERE key LIKE '%1'`);
  await shared.database.run(
    `UPDATE pipeline.inbox SET "offset" = (SELECT txid || ':' || id FROM pipeline.outbox WHERE key LIKE '%1') WHERE key LIKE '%1'`,
  );
  await shared.database.run(
    `UPDATE pipeline.outbox SET event_id = gen_random_uuid(), payload = NULL WHERE key LIKE '%3' AND topic NOT LIKE '%.dlq'`,
  );
  expect(await violations()).toEqual([]);
});
