import { deadLetterEventId } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import { alarmId, type Alarm } from '../alarms/alarm-clock.port.ts';
import { redrive } from '../commands/redrive.ts';
import { parsed } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { MAX_ATTEMPTS, MAX_ATTEMPTS_OF_BUG } from './backoff.ts';
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
    expect(await bench.onlyReceipt()).toMatchObject({ attempt: 0, serviceVersion: null });
    bench.handle = failWith(new RangeError('nobody thought of it'));
    for (let attempt = 0; attempt < MAX_ATTEMPTS_OF_BUG; attempt += 1) await bench.clock.ringAll();
    const { errorDetail, ...receipt } = await bench.onlyReceipt();
    expect(receipt).toMatchObject({ status: 'dead', attempt: 2, errorCode: 'DIGLOT_BUG', serviceVersion: '1.2.3' });
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
