import { DiglotError } from '@diglot/domain';
import { checkInvariants } from '../invariants/invariants.statement.ts';
import { parsed } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { sweepReceipts } from '../retry/sweep-receipts.statement.ts';
import { countReceipts } from './count-receipts.statement.ts';
import { giveUp } from './give-up.ts';
import { retryNow } from './retry-now.ts';

let shared: BenchDatabase;
beforeAll(async () => {
  shared = await shelfDatabase();
});
afterAll(async () => shared.drop());

const audit = { actor: 'ada', reason: 'it never ends' };
const VERSION = '1.2.3';
const idOf = (paper: number): string => parsed({ paper, title: 't' }).id;

/** Papers 1 and 2 wait for an hour after a timeout; 3 is done. */
async function benchWithRetries(): Promise<StageBench> {
  const bench = new StageBench(shared.database);
  bench.prepare = ({ id }) => {
    if (id !== idOf(3)) throw new DiglotError('DIGLOT_TIMEOUT', 'slow');
  };
  await bench.deliver([1, 2, 3].map((paper) => bench.record({ paper, title: 't' })));
  await bench.change(`next_at = now() + interval '1 hour'`);
  await bench.change(`next_at = CASE WHEN status = 'retrying' THEN next_at END`);
  bench.prepare = () => undefined;
  return bench;
}

const audits = (bench: StageBench): Promise<object[]> =>
  shared.database.rows(
    `SELECT command, affected, outcome FROM pipeline.command_view WHERE detail LIKE '%' || $1 || '%' ORDER BY id`,
    [bench.name],
  );
const statuses = async (bench: StageBench): Promise<string[]> => (await bench.receipts()).map(({ status }) => status);

describe('giving up', () => {
  it('turns what is being retried into dead letters, announced like any other', async () => {
    const bench = await benchWithRetries();
    const filter = { consumer: bench.name };
    expect(await countReceipts(shared.database, 'retrying', filter)).toBe(2);
    expect(await giveUp(shared.database, { ...filter, eventIds: [idOf(1), idOf(3)] }, audit, VERSION)).toBe(1);
    expect((await statuses(bench)).toSorted()).toEqual(['dead', 'done', 'retrying']);
    expect(await giveUp(shared.database, filter, audit, VERSION)).toBe(1);
    const letters = await bench.deadLetters();
    expect(letters.map(({ headers }) => headers['dlq-error-code'])).toEqual(['DIGLOT_GIVEN_UP', 'DIGLOT_GIVEN_UP']);
    expect(letters[0]?.headers['dlq-error-message']).toContain('ada gave it up: it never ends');
    expect(await audits(bench)).toEqual([
      { command: 'give-up', affected: 1, outcome: 'done' },
      { command: 'give-up', affected: 1, outcome: 'done' },
    ]);
    expect(await checkInvariants(shared.database)).toEqual([]);
  });

  it('takes it from who works on it: nothing of the result is written', async () => {
    const bench = await benchWithRetries();
    await bench.change(`next_at = CASE WHEN status = 'retrying' THEN now() END`);
    bench.prepare = async () => {
      await giveUp(shared.database, { consumer: bench.name, eventIds: [idOf(1)] }, audit, VERSION);
    };
    await bench.clock.ringAll();
    expect((await bench.effects())[idOf(1)]).toBeUndefined();
    expect((await statuses(bench)).toSorted()).toEqual(['dead', 'done', 'done']);
  });

  it.each([
    [501, [500, 1]],
    [500, [500]],
  ])('of %i events is done to the last, in transactions of %j, each with its audit', async (count, affected) => {
    const bench = new StageBench(shared.database);
    const records = Array.from({ length: count }, (_, paper) => bench.record({ paper, title: 't' }));
    await bench.deliver(records, { first: true });
    expect(await giveUp(shared.database, { consumer: bench.name }, audit, VERSION)).toBe(count);
    expect(await countReceipts(shared.database, 'dead', { consumer: bench.name })).toBe(count);
    expect(await bench.deadLetters()).toHaveLength(count);
    expect(await audits(bench)).toMatchObject(affected.map((each) => ({ command: 'give-up', affected: each })));
  });

  it('of nothing is audited, too', async () => {
    const bench = new StageBench(shared.database);
    expect(await giveUp(shared.database, { consumer: bench.name }, audit, VERSION)).toBe(0);
    expect(await audits(bench)).toEqual([{ command: 'give-up', affected: 0, outcome: 'done' }]);
  });
});

describe('retrying now', () => {
  it('makes what waits due, so that the next sweep finds it; its attempts stay', async () => {
    const bench = await benchWithRetries();
    expect(await sweepReceipts(shared.database, [bench.name], 60)).toEqual([]);
    expect(await retryNow(shared.database, { consumer: bench.name, eventIds: [idOf(2)] }, audit)).toBe(1);
    const alarms = await sweepReceipts(shared.database, [bench.name], 60);
    expect(alarms.map(({ eventId, attempt }) => [eventId, attempt])).toEqual([[idOf(2), 1]]);
    for (const alarm of alarms) await bench.worker.ring(alarm);
    expect((await statuses(bench)).toSorted()).toEqual(['done', 'done', 'retrying']);
    expect(await audits(bench)).toEqual([{ command: 'retry-now', affected: 1, outcome: 'done' }]);
  });

  it('does not disturb who works on it', async () => {
    const bench = await benchWithRetries();
    await bench.change(`lease_until = now() + interval '1 minute'`);
    expect(await retryNow(shared.database, { consumer: bench.name }, audit)).toBe(0);
  });
});
