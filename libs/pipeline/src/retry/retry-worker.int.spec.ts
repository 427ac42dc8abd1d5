import { setTimeout } from 'node:timers/promises';
import { deadLetterEventId } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import { openDatabase } from '@diglot/platform';
import { alarmId, type Alarm } from '../alarms/alarm-clock.port.ts';
import { redrive } from '../commands/redrive.statement.ts';
import { deferred } from '../testing/deferred.ts';
import { parsed } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { MAX_ATTEMPTS, MAX_ATTEMPTS_OF_BUG } from './backoff.ts';
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

describe('a retry', () => {
  it('succeeds: one attempt, one effect, nothing kept', async () => {
    const bench = await benchWithReceipt();
    await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({
      status: 'done',
      attempt: 1,
      headers: null,
      payload: null,
      errorCode: null,
      dueIn: null,
      leased: false,
    });
    expect(await bench.effects()).toEqual({ [event.id]: 1 });
    expect(bench.clock.alarms).toEqual([]);
  });

  it('announces what the handler says, in the same transaction', async () => {
    const bench = await benchWithReceipt();
    const eventId = deadLetterEventId('out', bench.name, 0);
    const out = { topic: 'test.out', key: bench.name, headers: {}, payload: Buffer.from('x') };
    bench.handle = async () => [{ eventId, ...out }];
    await bench.clock.ringAll();
    const rows = await shared.database.rows('SELECT key FROM pipeline.outbox WHERE event_id = $1', [eventId]);
    expect(rows).toEqual([{ key: bench.name }]);
    expect(bench.woken).toEqual(['test.out']);
  });

  it('waits after a transient failure, attempt by attempt, and then succeeds', async () => {
    const bench = await benchWithReceipt();
    bench.handle = failWith(new DiglotError('DIGLOT_TIMEOUT', 'slow'));
    for (const attempt of [1, 2]) {
      await bench.clock.ringAll();
      expect(await bench.onlyReceipt()).toMatchObject({
        status: 'retrying',
        attempt,
        epoch: 0,
        errorCode: 'DIGLOT_TIMEOUT',
        leased: false,
      });
      expect(bench.clock.alarms).toMatchObject([{ attempt, epoch: 0 }]);
    }
    bench.handle = async () => [];
    await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'done', attempt: 3, errorCode: null, errorDetail: null });
    expect(await bench.effects()).toEqual({ [event.id]: 1 });
  });

  it('gives up after its attempts, whatever they failed of', async () => {
    const bench = await benchWithReceipt();
    bench.prepare = () => {
      throw new DiglotError('DIGLOT_TIMEOUT', 'slow');
    };
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'dead', attempt: 7, errorCode: 'DIGLOT_TIMEOUT' });
    expect(await bench.deadLetters()).toMatchObject([
      { eventId: deadLetterEventId(bench.name, event.id, 0), headers: { 'dlq-attempts': '7' } },
    ]);
    expect(bench.clock.alarms).toEqual([]);
  });

  it('of a bug ends after two attempts, with its stack', async () => {
    const bench = await benchWithReceipt();
    bench.handle = failWith(new RangeError('nobody thought of it'));
    for (let attempt = 0; attempt < MAX_ATTEMPTS_OF_BUG; attempt += 1) await bench.clock.ringAll();
    const { errorDetail, ...receipt } = await bench.onlyReceipt();
    expect(receipt).toMatchObject({ status: 'dead', attempt: 2, errorCode: 'DIGLOT_BUG' });
    expect(errorDetail).toContain('RangeError: nobody thought of it\n    at ');
    expect(await bench.deadLetters()).toMatchObject([
      { headers: { 'dlq-error-class': 'Bug', 'dlq-service-version': '1.2.3' } },
    ]);
  });

  it('that is throttled comes when the other side said, not before, and counts no attempt', async () => {
    const bench = await benchWithReceipt();
    bench.prepare = () => {
      throw new DiglotError('DIGLOT_THROTTLED', 'wait', { retryAfter: 90_000 });
    };
    await bench.clock.ringAll();
    const receipt = await bench.onlyReceipt();
    expect(receipt).toMatchObject({ status: 'retrying', attempt: 0, epoch: 1, leased: false });
    expect(receipt.dueIn).toBeGreaterThan(60);
    const [next] = bench.clock.alarms;
    expect(next && alarmId(next)).toBe(alarmId(firstAlarm(bench, { epoch: 1 })));
    // An alarm for the same attempt that rings again, as BullMQ does with a stalled one.
    bench.prepare = () => undefined;
    await bench.worker.ring(firstAlarm(bench));
    expect(await bench.effects()).toEqual({});
    await bench.change(`next_at = now()`);
    await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'done', attempt: 1 });
  });

  it('gives its attempt back when a server is away', async () => {
    const bench = await benchWithReceipt();
    bench.prepare = () => {
      throw new DiglotError('DIGLOT_BUS_UNAVAILABLE', 'it is away');
    };
    for (const epoch of [1, 2]) {
      await bench.clock.ringAll();
      expect(await bench.onlyReceipt()).toMatchObject({ status: 'retrying', attempt: 0, epoch, leased: false });
      await bench.change('next_at = now()');
    }
    expect(bench.fatal).toEqual([]);
  });

  it('gives its attempt back after a fatal error, and says so to its process', async () => {
    const bench = await benchWithReceipt();
    bench.handle = failWith(new DiglotError('DIGLOT_CONFIG_INVALID', 'it cannot work'));
    await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'retrying', attempt: 0, epoch: 1 });
    expect(bench.fatal).toMatchObject([{ code: 'DIGLOT_CONFIG_INVALID' }]);
  });

  it('is a success when the fact turns out to be old', async () => {
    const bench = await benchWithReceipt();
    bench.handle = failWith(new DiglotError('DIGLOT_STALE_REVISION', 'older'));
    await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'done', errorCode: null, payload: null });
  });

  it('is left alone by an alarm of an unknown consumer, of another attempt, or while half of all results are bugs', async () => {
    const bench = await benchWithReceipt();
    await bench.worker.ring(firstAlarm(bench, { consumer: 'test.unknown' }));
    await bench.worker.ring(firstAlarm(bench, { attempt: 1 }));
    for (let bug = 0; bug < 50; bug += 1) bench.stage.breaker.record(true);
    await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'retrying', attempt: 0 });
    bench.stage.breaker.reset();
    await bench.worker.ring(firstAlarm(bench));
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'done' });
  });

  it('opens the breaker when it fails of bugs again and again', async () => {
    const bench = new StageBench(shared.database);
    bench.handle = failWith(new TypeError('a bad deploy'));
    const records = Array.from({ length: 60 }, (_, paper) => bench.record({ paper, title: 't' }));
    await bench.deliver(records, { first: true });
    await bench.clock.ringAll();
    expect(bench.stage.breaker.isOpen).toBe(true);
    const rows = await bench.receipts();
    // What was not tried any more is as it was; nothing died.
    expect(rows.filter(({ attempt }) => attempt === 0)).toHaveLength(10);
    expect(rows.every(({ status }) => status === 'retrying')).toBe(true);
  });
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

describe('a redriven dead letter', () => {
  const audit = { actor: 'ada', reason: 'the parser is repaired' };

  it('gets all its attempts again, and each death has a dead letter of its own', async () => {
    const bench = await benchWithReceipt();
    bench.handle = failWith(new DiglotError('DIGLOT_DIGEST_ENCODING', 'bad bytes'));
    await bench.clock.ringAll();
    for (const redrives of [1, 2]) {
      expect(await bench.onlyReceipt()).toMatchObject({ status: 'dead', attempt: 1, redrives: redrives - 1 });
      expect(await redrive(shared.database, { consumer: bench.name }, audit)).toBe(1);
      expect(await bench.onlyReceipt()).toMatchObject({ status: 'retrying', attempt: 0, redrives, leased: false });
      await bench.clock.set(await sweepReceipts(shared.database, [bench.name], 60));
      if (redrives === 2) bench.handle = async () => [];
      await bench.clock.ringAll();
    }
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'done', redrives: 2, errorCode: null, payload: null });
    expect((await bench.deadLetters()).map(({ eventId }) => eventId)).toEqual(
      [0, 1].map((redrives) => deadLetterEventId(bench.name, event.id, redrives)),
    );
    expect(await bench.effects()).toEqual({ [event.id]: 1 });
  });
});
