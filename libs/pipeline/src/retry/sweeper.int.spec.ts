import { silentLogger } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { parsed } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { SWEEP_LIMIT, sweepReceipts } from './sweep-receipts.statement.ts';
import { Sweeper } from './sweeper.ts';

let shared: BenchDatabase;

beforeAll(async () => {
  shared = await shelfDatabase();
});
afterEach(async () => {
  await Promise.all(sweepers.splice(0).map((sweeper) => sweeper.stop()));
});
afterAll(async () => shared.drop());

const sweepers: Sweeper[] = [];

const event = parsed({ paper: 1, title: 't' });

async function benchWithReceipt(): Promise<StageBench> {
  const bench = new StageBench(shared.database);
  await bench.receipt({ paper: 1, title: 't' });
  await bench.clock.clear();
  return bench;
}

const sweep = async (bench: StageBench) => sweepReceipts(shared.database, [bench.name], 60);

function sweeperOf(bench: StageBench, intervalSeconds = 0.05): Sweeper {
  const sweeper = new Sweeper({
    database: shared.database,
    alarms: bench.clock,
    logger: silentLogger,
    consumers: [bench.name],
    intervalSeconds,
    armedSeconds: 60,
  });
  sweepers.push(sweeper);
  return sweeper;
}

describe('a sweep', () => {
  it('arms what is due, once, under a new epoch', async () => {
    const bench = await benchWithReceipt();
    expect(await sweep(bench)).toMatchObject([
      { consumer: bench.name, eventId: event.id, redrives: 0, attempt: 0, epoch: 1, abandoned: false },
    ]);
    expect(await sweep(bench)).toEqual([]);
  });

  it('arms again what was armed and did not ring for a while', async () => {
    const bench = await benchWithReceipt();
    await sweep(bench);
    await bench.change(`armed_until = now() - interval '1 second'`);
    expect(await sweep(bench)).toMatchObject([{ epoch: 2 }]);
  });

  it.each([
    ['is not due yet', `next_at = now() + interval '1 hour'`],
    ['is leased', `lease_token = gen_random_uuid(), lease_until = now() + interval '1 hour'`],
    ['is done', `status = 'done'`],
    ['is dead', `status = 'dead'`],
  ])('leaves alone what %s', async (_, assignments) => {
    const bench = await benchWithReceipt();
    await bench.change(assignments);
    expect(await sweep(bench)).toEqual([]);
  });

  it('leaves alone what a process of another service reads', async () => {
    const bench = await benchWithReceipt();
    expect(await sweepReceipts(shared.database, ['test.other'], 60)).toEqual([]);
    expect(await sweep(bench)).toHaveLength(1);
  });

  it('of two at once gives every receipt to one, and waits for nobody', async () => {
    const bench = new StageBench(shared.database);
    await bench.deliver(
      Array.from({ length: 50 }, (_, paper) => bench.record({ paper, title: 't' })),
      { first: true },
    );
    const held = await shared.database.transaction(async (tx) => {
      await tx.run(`SELECT FROM pipeline.inbox WHERE consumer = $1 AND key < '2503.00010' FOR UPDATE`, [bench.name]);
      return sweep(bench);
    });
    expect(held).toHaveLength(40);
    const swept = await Promise.all([sweep(bench), sweep(bench), sweep(bench)]);
    expect(swept.flat()).toHaveLength(10);
  });
});

describe('the sweeper', () => {
  it('sets what is missing, and what is found wiped, until everything is done', async () => {
    const bench = await benchWithReceipt();
    const sweeper = sweeperOf(bench);
    sweeper.start();
    await waitFor(() => bench.clock.alarms.length > 0);
    await bench.clock.clear();
    await bench.change('armed_until = NULL');
    await waitFor(() => bench.clock.alarms.length > 0);
    await bench.clock.ringAll();
    await sweeper.stop();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'done', epoch: 2 });
  });

  it('goes on after a sweep that failed, and after a clock that failed', async () => {
    const bench = await benchWithReceipt();
    await shared.database.run('ALTER TABLE pipeline.inbox RENAME TO moved');
    const sweeper = sweeperOf(bench);
    await expect(sweeper.sweep()).rejects.toMatchObject({ code: '42P01' });
    sweeper.start();
    let failures = 0;
    bench.clock.broken = async () => {
      failures += 1;
      throw new Error('it is away');
    };
    await shared.database.run('ALTER TABLE pipeline.moved RENAME TO inbox');
    await waitFor(() => failures === 1);
    bench.clock.broken = null;
    await bench.change('armed_until = NULL');
    await waitFor(() => bench.clock.alarms.length > 0);
    await sweeper.stop();
    expect(bench.clock.alarms).toMatchObject([{ epoch: 2 }]);
  });

  it('does not wait for its next time when there is more than one sweep takes', async () => {
    const bench = await benchWithReceipt();
    await shared.database.run(
      `INSERT INTO pipeline.inbox (consumer, event_id, status, next_at, topic, partition, "offset", key, headers, payload_sha256)
       SELECT consumer, gen_random_uuid(), status, next_at, topic, partition, "offset", key, headers, payload_sha256
       FROM pipeline.inbox, generate_series(1, $2) WHERE consumer = $1`,
      [bench.name, SWEEP_LIMIT],
    );
    const sweeper = sweeperOf(bench, 3600);
    sweeper.start();
    await waitFor(() => bench.clock.alarms.length === SWEEP_LIMIT + 1);
    await sweeper.stop();
    expect(new Set(bench.clock.alarms.map(({ eventId }) => eventId)).size).toBe(SWEEP_LIMIT + 1);
  });
});
