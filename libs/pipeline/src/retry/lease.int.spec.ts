import { setTimeout } from 'node:timers/promises';
import { DiglotError } from '@diglot/domain';
import { openDatabase } from '@diglot/platform';
import { type Alarm } from '../alarms/alarm-clock.port.ts';
import { deferred } from '../testing/deferred.ts';
import { parsed } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import { RetryWorker } from './retry-worker.ts';
import { sweepReceipts } from './sweep-receipts.statement.ts';

let shared: BenchDatabase;

beforeAll(async () => {
  shared = await shelfDatabase();
});
afterAll(async () => shared.drop());

const event = parsed({ paper: 1, title: 't' });
const failWith = (error: unknown) => async (): Promise<never> => {
  throw error;
};

/** A bench whose only event waits for its worker. */
async function benchWithReceipt(): Promise<StageBench> {
  const bench = new StageBench(shared.database);
  await bench.receipt({ paper: 1, title: 't' });
  return bench;
}

const firstAlarm = (bench: StageBench, change: Partial<Alarm> = {}): Alarm => ({
  consumer: bench.name,
  eventId: event.id,
  redrives: 0,
  attempt: 0,
  epoch: 0,
  at: new Date(),
  ...change,
});

describe('a lease', () => {
  it('keeps others away while it lasts', async () => {
    const bench = await benchWithReceipt();
    const [inside, release] = [deferred(), deferred()];
    bench.prepare = async () => {
      inside.resolve();
      await release.promise;
    };
    const ringing = bench.clock.ringAll();
    await inside.promise;
    await bench.worker.ring(firstAlarm(bench));
    await bench.worker.ring(firstAlarm(bench, { attempt: 1 }));
    expect(await bench.onlyReceipt()).toMatchObject({ attempt: 1, leased: true });
    release.resolve();
    await ringing;
    expect(await bench.effects()).toEqual({ [event.id]: 1 });
  });

  /** A worker that is slow enough to lose its lease; the next one is another process's. */
  async function slowWorker(how: 'succeeds' | 'fails') {
    const bench = await benchWithReceipt();
    const [inside, release] = [deferred(), deferred()];
    bench.prepare = async () => {
      inside.resolve();
      await release.promise;
      if (how === 'fails') throw new DiglotError('DIGLOT_DIGEST_ENCODING', 'too late to matter');
    };
    const slow = bench.clock.ringAll();
    await inside.promise;
    await bench.change(`lease_until = now() - interval '1 second'`);
    const other = new StageBench(shared.database);
    const stage = { ...other.stage, reader: { ...other.stage.reader, consumer: bench.name } };
    const next = new RetryWorker([stage], other.runtime, 60);
    const end = async (): Promise<void> => {
      release.resolve();
      await slow;
    };
    return { bench, other, end, ring: async () => next.ring(firstAlarm(bench, { attempt: 1 })) };
  }

  it.each(['succeeds', 'fails'] as const)('that a slow worker lost discards all it did, when it %s', async (how) => {
    const { bench, other, end, ring } = await slowWorker(how);
    await ring();
    await end();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'done', attempt: 2, errorCode: null });
    expect(await bench.deadLetters()).toEqual([]);
    expect(bench.clock.alarms).toEqual([]);
    expect([await bench.effects(), await other.effects()]).toEqual([{}, { [event.id]: 1 }]);
  });

  it.each(['succeeds', 'fails'] as const)(
    'that was lost stays lost when the next attempt failed, and the slow one %s',
    async (how) => {
      const { bench, other, end, ring } = await slowWorker(how);
      other.handle = failWith(new DiglotError('DIGLOT_TIMEOUT', 'slow'));
      await ring();
      await end();
      expect(await bench.onlyReceipt()).toMatchObject({ status: 'retrying', attempt: 2, errorCode: 'DIGLOT_TIMEOUT' });
      expect([await bench.effects(), await other.effects()]).toEqual([{}, {}]);
      expect(await bench.deadLetters()).toEqual([]);
    },
  );

  it('of attempts that never came back is ended by a dead letter once they are used up', async () => {
    const bench = await benchWithReceipt();
    await bench.change(
      `attempt = ${MAX_ATTEMPTS}, lease_token = gen_random_uuid(), lease_until = now() - interval '1 s'`,
    );
    bench.handle = failWith(new Error('it was handled again'));
    await bench.clock.set(await sweepReceipts(shared.database, [bench.name], 60));
    await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({
      status: 'dead',
      attempt: MAX_ATTEMPTS,
      errorCode: 'DIGLOT_ATTEMPTS_EXHAUSTED',
      leased: false,
    });
    expect(await bench.deadLetters()).toMatchObject([{ headers: { 'dlq-attempts': String(MAX_ATTEMPTS) } }]);
  });

  it('that ran out makes the next attempt a lonely one: nothing else is tried beside it', async () => {
    const bench = new StageBench(shared.database);
    const ids = [1, 2, 3].map((paper) => parsed({ paper, title: 't' }).id);
    await bench.deliver(
      [1, 2, 3].map((paper) => bench.record({ paper, title: 't' })),
      { first: true },
    );
    await shared.database.run(
      `UPDATE pipeline.inbox SET attempt = 1, lease_token = gen_random_uuid(), lease_until = now() - interval '1 second'
       WHERE consumer = $1 AND event_id = $2`,
      [bench.name, ids[0]],
    );
    const inside = new Set<string>();
    const beside: string[][] = [];
    bench.prepare = async ({ id }) => {
      inside.add(id);
      if (inside.has(ids[0] ?? '')) beside.push([...inside]);
      await setTimeout(200);
      inside.delete(id);
    };
    const swept = await sweepReceipts(shared.database, [bench.name], 60);
    expect(swept.filter(({ abandoned }) => abandoned).map(({ eventId }) => eventId)).toEqual([ids[0]]);
    await Promise.all(swept.map((alarm) => bench.worker.ring(alarm)));
    expect(beside).toEqual([[ids[0]]]);
    expect(Object.keys(await bench.effects())).toHaveLength(3);
  });

  it('outlives a database that went away before the result was written; the sweeper finds it', async () => {
    const database = await openDatabase({ url: shared.url, applicationName: 'lost', poolSize: 2 });
    const bench = new StageBench(database);
    await bench.receipt({ paper: 1, title: 't' });
    bench.prepare = async () => {
      await database.close();
      throw new DiglotError('DIGLOT_TIMEOUT', 'and then the database went away');
    };
    await expect(bench.clock.ringAll()).rejects.toBeInstanceOf(Error);
    const after = async () =>
      shared.database.rows(`SELECT status, attempt FROM pipeline.inbox WHERE consumer = $1`, [bench.name]);
    expect(await after()).toEqual([{ status: 'retrying', attempt: 1 }]);
    expect(await sweepReceipts(shared.database, [bench.name], 60)).toEqual([]);
    await shared.database.run(`UPDATE pipeline.inbox SET lease_until = now() - interval '1 s' WHERE consumer = $1`, [
      bench.name,
    ]);
    expect(await sweepReceipts(shared.database, [bench.name], 60)).toMatchObject([{ attempt: 1, abandoned: true }]);
  });
});
