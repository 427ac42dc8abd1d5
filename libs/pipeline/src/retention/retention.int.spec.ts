import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { silentLogger } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { emptyTables, shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { Retention } from './retention.ts';

let shared: BenchDatabase;

beforeAll(async () => {
  shared = await shelfDatabase();
});
beforeEach(async () => emptyTables(shared.database));
afterEach(async () => task?.stop());
afterAll(async () => shared.drop());

let task: Retention | null = null;
function retentionOf(intervalSeconds = 3600): Retention {
  const { database } = shared;
  task = new Retention({ database, logger: silentLogger, logDays: 14, receiptDays: 30, intervalSeconds });
  return task;
}

/** Appends a row for each key, and makes them old. */
async function append(topic: string, keys: readonly string[], { days = 20, pointer = false } = {}): Promise<void> {
  await shared.database.transaction((tx) =>
    appendToOutbox(
      tx,
      keys.map((key) => ({
        eventId: randomUUID(),
        topic,
        key,
        headers: {},
        payload: pointer ? null : Buffer.from(key),
      })),
    ),
  );
  await shared.database.run(
    `UPDATE pipeline.outbox SET created_at = now() - make_interval(days => $2) WHERE topic = $1 AND created_at > now() - interval '1 day'`,
    [topic, days],
  );
}

/** A reader's place: behind the row of a key, or at the end. */
async function place(reader: string, topic: string, key: string | null = null): Promise<void> {
  await shared.database.run(
    `INSERT INTO pipeline.cursor (reader, topic, txid, id)
     SELECT $1, $2, txid, id FROM pipeline.outbox WHERE topic = $2 AND ($3::text IS NULL OR key = $3)
     ORDER BY txid DESC, id DESC LIMIT 1
     ON CONFLICT (reader, topic) DO UPDATE SET txid = excluded.txid, id = excluded.id`,
    [reader, topic, key],
  );
}

const left = async (): Promise<string[]> =>
  (await shared.database.rows<{ key: string }>('SELECT key FROM pipeline.outbox ORDER BY id')).map(({ key }) => key);

describe('the log', () => {
  it('loses old rows that every reader has passed, and nothing else', async () => {
    await append('facts', ['a', 'b', 'c']);
    await append('facts', ['young'], { days: 3 });
    await place('fast', 'facts');
    await place('slow', 'facts', 'b');
    await append('unread', ['d']);
    await append('facts.dlq', ['dead']);
    await place('relay', 'facts.dlq');
    expect(await retentionOf().prune()).toEqual({ outbox: 2, inbox: 0 });
    expect(await left()).toEqual(['c', 'young', 'd', 'dead']);
  });

  it('keeps the newest pointer of every key, as compaction does', async () => {
    await append('states', ['a', 'b', 'a', 'a'], { pointer: true });
    await append('states', ['b'], { pointer: true, days: 1 });
    await place('search', 'states');
    expect(await retentionOf().prune()).toEqual({ outbox: 3, inbox: 0 });
    expect(await left()).toEqual(['a', 'b']);
  });

  it('is gone through to its end, in small batches', async () => {
    const keys = Array.from({ length: 3000 }, (_, index) => `${index}`.padEnd(1000, '.'));
    await append('facts', keys);
    await place('reader', 'facts');
    expect(await retentionOf().prune()).toEqual({ outbox: 3000, inbox: 0 });
    expect(await left()).toEqual([]);
  });
});

describe('the inbox', () => {
  it('loses receipts that are done and old, and nothing else', async () => {
    const bench = new StageBench(shared.database);
    await bench.deliver([1, 2, 3, 4].map((paper) => bench.record({ paper, title: 't' })));
    const age = async (offset: string, assignments: string) =>
      shared.database.run(`UPDATE pipeline.inbox SET ${assignments} WHERE "offset" = $1`, [offset]);
    await age('1', `updated_at = now() - interval '31 days'`);
    await age('2', `updated_at = now() - interval '29 days'`);
    await age('3', `updated_at = now() - interval '31 days', status = 'dead'`);
    await age('4', `updated_at = now() - interval '31 days', status = 'retrying'`);
    expect(await retentionOf().prune()).toEqual({ outbox: 0, inbox: 1 });
    expect((await bench.receipts()).map(({ status }) => status)).toEqual(['done', 'dead', 'retrying']);
  });
});

describe('the task', () => {
  it('works by itself, goes on after a failure, and ends when it is told to', async () => {
    await append('facts', ['a']);
    await place('reader', 'facts');
    await shared.database.run('ALTER TABLE pipeline.inbox RENAME TO moved');
    const retention = retentionOf(0.05);
    retention.start();
    await waitFor(async () => (await left()).length === 0);
    await expect(retention.prune()).rejects.toMatchObject({ code: '42P01' });
    await shared.database.run('ALTER TABLE pipeline.moved RENAME TO inbox');
    await append('facts', ['b']);
    expect(await left()).toEqual(['b']);
    await place('reader', 'facts');
    await waitFor(async () => (await left()).length === 0);
    await retention.stop();
    await append('facts', ['c']);
    await place('reader', 'facts');
    await setTimeout(200);
    expect(await left()).toEqual(['c']);
  });
});
