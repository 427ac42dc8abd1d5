import { setTimeout } from 'node:timers/promises';
import { DiglotError } from '@diglot/domain';
import { openDatabase, type Database } from '@diglot/platform';
import { TcpFaultProxy, waitFor } from '@diglot/testing';
import type { Alarm } from '../alarms/alarm-clock.port.ts';
import { checkInvariants } from '../invariants/invariants.statement.ts';
import { sweepReceipts } from '../retry/sweep-receipts.statement.ts';
import { deferred } from '../testing/deferred.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { parsed, type Entry } from '../testing/shelf.events.ts';
import { MIRROR, SHELF, ShelfHandler, type Hooks } from '../testing/shelf.handlers.ts';
import { startShelfService, type ShelfService, type ShelfServiceOptions } from '../testing/shelf-service.ts';
import { Shelf } from '../testing/shelf.ts';
import { emptyTables, shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import type { Delivery } from './stage-handler.decorator.ts';

const NO_HOOKS: Hooks = { prepare: () => {}, handle: () => {} };
const BOTH = [SHELF.consumer, MIRROR.consumer];
/** What waits after an attempt, whose lease has ended. */
const FAILED = 'SELECT FROM pipeline.inbox WHERE attempt = 1 AND error_code IS NOT NULL AND lease_token IS NULL';

let testing: BenchDatabase;
let shelf: Shelf;
const running: ShelfService[] = [];

beforeAll(async () => {
  testing = await shelfDatabase();
  shelf = new Shelf(testing.database);
});
beforeEach(async () => emptyTables(testing.database));
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});
afterAll(async () => testing.drop());

async function start(options: Partial<ShelfServiceOptions> = {}): Promise<ShelfService> {
  const service = await startShelfService({ ...testing, hooks: NO_HOOKS, ...options });
  running.push(service);
  return service;
}

async function stop(service: ShelfService): Promise<void> {
  running.splice(running.indexOf(service), 1);
  await service.stop();
}

const many = (from: number, count: number, title = 'a'): Entry[] =>
  Array.from({ length: count }, (_, index) => ({ paper: from + index, title }));

async function expectAllWell(): Promise<void> {
  await shelf.settled();
  expect(await shelf.contradictions()).toEqual([]);
  expect(await checkInvariants(testing.database)).toEqual([]);
}

describe('facts', () => {
  it('out of order, rewritten to and fro, retracted and stated again, come to what their last revisions say', async () => {
    await start();
    await shelf.publish([{ paper: 1, title: 'warm' }]);
    await shelf.settled();
    const histories: Entry[] = [
      { paper: 2, revision: 3, title: 'new' },
      { paper: 2, revision: 1, title: 'old' },
      { paper: 3, revision: 1, title: 'A' },
      { paper: 3, revision: 2, title: 'B' },
      { paper: 3, revision: 3, title: 'A' },
      { paper: 4, revision: 1, title: 'gone' },
      { paper: 4, revision: 2, title: null },
      { paper: 5, revision: 2, title: null },
      { paper: 5, revision: 1, title: 'late' },
      { paper: 6, revision: 1, title: 'first' },
      { paper: 6, revision: 2, title: null },
      { paper: 6, revision: 3, title: 'again' },
      { paper: 7, path: 'a.md', title: 'same' },
      { paper: 7, path: 'b.md', title: 'same' },
      { paper: 2, revision: 2, title: 'middle' },
    ];
    for (const entry of histories) await shelf.publish([entry]);
    await shelf.settled();
    const states = await Promise.all([2, 3, 4, 5, 6, 7].map((paper) => shelf.paper(paper)));
    expect(states.map((paper) => paper?.state)).toEqual(['new', 'A', '', '', 'again', 'same+same']);
    await expectAllWell();
  });

  it('take effect once, also when their readers begin anew', async () => {
    const service = await start();
    await shelf.publish(many(1, 50));
    await shelf.settled();
    await stop(service);
    for (const reader of [SHELF, MIRROR]) await service.bus.rewind(reader);
    expect(await service.bus.lag(SHELF)).toBe(50);
    await start();
    await shelf.publish(many(60, 5));
    await expectAllWell();
    expect(await shelf.statuses()).toEqual({ done: 55 });
  });

  it('take effect once, when two processes of one service read them at the same time', async () => {
    const other = await openDatabase({ url: testing.url, applicationName: 'other' });
    await Promise.all([start(), start({ database: other })]);
    for (let round = 0; round < 10; round += 1) {
      await shelf.publish(many(1, 20, `a${round}`).map((entry) => ({ ...entry, revision: round + 1 })));
    }
    await expectAllWell();
    expect(await shelf.statuses()).toEqual({ done: 200 });
    expect(await shelf.paper(7)).toEqual({ state: 'a9', mirror: 'a9' });
    await Promise.all(running.splice(0).map((service) => service.stop()));
    await other.close();
  });

  it('about one paper, folded by two at once, are both in its state', async () => {
    const both = deferred();
    let inside = 0;
    const handler = new ShelfHandler({
      prepare: () => {},
      // Each has begun its transaction before one of them locks the paper.
      handle: async () => {
        inside += 1;
        if (inside === 2) both.resolve();
        await both.promise;
      },
    });
    const [first, second] = [new StageBench(testing.database), new StageBench(testing.database)];
    for (const bench of [first, second]) {
      bench.handle = async (events, context) => {
        const deliveries = events.map((event) => ({ event, prepared: event.id })) as Delivery<'paper.parsed', string>[];
        return handler.handle(deliveries, context);
      };
    }
    await Promise.all([
      first.deliver([first.record({ paper: 1, path: 'a.md', title: 'a' })]),
      second.deliver([second.record({ paper: 1, path: 'b.md', title: 'b' })]),
    ]);
    expect((await shelf.paper(1))?.state).toBe('a+b');
    const rows = await testing.database.rows('SELECT revision FROM shelf.papers');
    expect(rows).toEqual([{ revision: 2 }]);
  });
});

describe('alarms', () => {
  it('may all be lost at any time: the sweeper finds what is due', async () => {
    let bad = true;
    const hooks: Hooks = {
      ...NO_HOOKS,
      prepare: () => {
        if (bad) throw new DiglotError('DIGLOT_TIMEOUT', 'slow');
      },
    };
    // So long that nothing is tried a second time before its alarm is lost.
    const service = await start({ hooks, random: () => 500 });
    await shelf.publish(many(1, 40));
    await waitFor(async () => (await testing.database.rows(FAILED)).length === 40);
    await service.alarms.clear();
    await testing.database.run('TRUNCATE bullmq.job CASCADE');
    bad = false;
    await testing.database.run('UPDATE pipeline.inbox SET next_at = now(), armed_until = NULL');
    await expectAllWell();
    expect(await shelf.statuses()).toEqual({ done: 40 });
    const swept = await testing.database.rows('SELECT FROM pipeline.inbox WHERE epoch > 0 AND consumer = $1', [
      SHELF.consumer,
    ]);
    expect(swept).toHaveLength(40);
  });
});

describe('readiness', () => {
  it('begins when every reader has its place, and ends with the drain', async () => {
    const service = await start();
    await waitFor(() => service.host.notReady().length === 0);
    await stop(service);
    expect(service.host.notReady()).toEqual(BOTH);
    expect(service.host.reasons()).toEqual(BOTH.map((consumer) => `${consumer} does not read`));
  });

  it('ends, and reading with it, when half of the last results are bugs; nothing dies of a bad deploy', async () => {
    let bad = true;
    const hooks: Hooks = {
      ...NO_HOOKS,
      handle: () => {
        if (bad) throw new TypeError('a bad deploy');
      },
    };
    // Its clock does not ring: no second attempt comes before the repair, however long this takes.
    const service = await start({ hooks, alarms: new ManualClock() });
    await waitFor(() => service.host.notReady().length === 0);
    await shelf.publish(many(1, 70));
    await waitFor(() => service.host.notReady().length > 0);
    expect(service.host.notReady()).toEqual([SHELF.consumer]);
    expect(service.host.reasons()).toEqual([`${SHELF.consumer} is paused: half of its last results are bugs`]);
    await shelf.publish(many(100, 30));
    await setTimeout(300);
    const statuses = await shelf.statuses();
    expect(statuses).toEqual({ retrying: statuses['retrying'] });
    expect(await service.bus.lag(SHELF)).toBeGreaterThanOrEqual(30);
    await stop(service);
    // The repaired one is deployed.
    bad = false;
    // They count as set for a minute.
    await testing.database.run('UPDATE pipeline.inbox SET next_at = now(), armed_until = NULL');
    await start({ hooks });
    await expectAllWell();
    expect(await shelf.statuses()).toEqual({ done: 100 });
  });
});

/** Rings for all that is due before it says that it has started, so before there is any reader. */
class HastyClock extends ManualClock {
  override async start(ring: (alarm: Alarm) => Promise<void>): Promise<void> {
    await super.start(ring);
    await this.set(await sweepReceipts(testing.database, [SHELF.consumer], 60));
    await this.ringAll();
  }
}

describe('a reader', () => {
  it('does not begin when the workers before it have come upon bugs alone', async () => {
    let bad = true;
    const hooks: Hooks = {
      ...NO_HOOKS,
      handle: () => {
        if (bad) throw new TypeError('a bad deploy');
      },
    };
    await shelf.publish(many(1, 60));
    const readers = [{ ...SHELF, events: 100 }, MIRROR];
    // All of them come in the first batch, so they are left to workers, whose clock does not ring here.
    const before = await start({ readers, alarms: new ManualClock() });
    await waitFor(async () => (await shelf.statuses())['retrying'] === 60);
    await stop(before);
    await testing.database.run('UPDATE pipeline.inbox SET armed_until = NULL');
    const service = await start({ readers, hooks, alarms: new HastyClock() });
    await shelf.publish(many(100, 10));
    await waitFor(() => service.host.notReady().join() === SHELF.consumer);
    expect(service.host.reasons()).toEqual([`${SHELF.consumer} is paused: half of its last results are bugs`]);
    // Time for some polls.
    await setTimeout(300);
    expect(await shelf.statuses()).toEqual({ retrying: 60 });
    expect(await service.bus.lag(SHELF)).toBe(10);
    await stop(service);
    bad = false;
    await testing.database.run('UPDATE pipeline.inbox SET next_at = now(), armed_until = NULL');
    await start({ hooks });
    await expectAllWell();
    expect(await shelf.statuses()).toEqual({ done: 70 });
  });

  it('that hangs is told by its name while its batch gives no sign, and not once it goes on', async () => {
    const release = deferred();
    let hangs = false;
    const hooks: Hooks = {
      ...NO_HOOKS,
      handle: async () => {
        if (hangs) await release.promise;
      },
    };
    const service = await start({ hooks, hangMilliseconds: 200 });
    await shelf.publish(many(1, 1));
    await shelf.settled();
    // What is settled may still be in hand.
    await waitFor(() => service.host.hangs() === null);
    hangs = true;
    await shelf.publish(many(2, 3));
    await waitFor(() => service.host.hangs() !== null);
    expect(service.host.hangs()).toBe(`DIGLOT_READER_HANGS: ${SHELF.consumer}`);
    release.resolve();
    await waitFor(() => service.host.hangs() === null);
    await expectAllWell();
  });
});

describe('an error', () => {
  it('that is fatal is told to the process, and nothing is marked', async () => {
    const fatal: Error[] = [];
    const hooks: Hooks = {
      ...NO_HOOKS,
      handle: () => {
        throw new DiglotError('DIGLOT_CONFIG_INVALID', 'it cannot work');
      },
    };
    const service = await start({ hooks, onFatal: (error) => void fatal.push(error) });
    await waitFor(() => service.host.notReady().length === 0);
    await shelf.publish(many(1, 1));
    await waitFor(() => fatal.length > 0);
    await shelf.publish(many(2, 3));
    await waitFor(() => service.fatal.length > 0);
    expect([...fatal, ...service.fatal].map((error) => error.message)).toEqual(
      [...fatal, ...service.fatal].map(() => 'DIGLOT_CONFIG_INVALID: it cannot work'),
    );
    expect(await shelf.statuses()).toEqual({ retrying: 1 });
    expect(service.host.notReady()).toEqual([SHELF.consumer]);
  });

  it('loses its class without the filter: then every failure is a bug', async () => {
    const hooks: Hooks = {
      ...NO_HOOKS,
      handle: () => {
        throw new DiglotError('DIGLOT_POSTGRES_REFUSED_DATA', 'too long');
      },
    };
    await start({ hooks, handsErrorsThrough: false });
    await shelf.publish(many(1, 1));
    await shelf.settled();
    const rows = await testing.database.rows('SELECT error_code FROM pipeline.inbox');
    expect(rows).toEqual([{ error_code: 'DIGLOT_BUG' }]);
  });
});

describe('a drain', () => {
  it('while readers and workers are busy ends what they have in hand, and no more; the next process does the rest', async () => {
    const [reading, working, release] = [deferred(), deferred(), deferred()];
    const inFirstBatch = new Set(many(1, 5).map((entry) => parsed(entry).id));
    const hooks: Hooks = {
      // Not within a transaction: an open one holds back every reader.
      prepare: async ({ id }) => {
        if (!inFirstBatch.has(id)) return;
        working.resolve();
        await release.promise;
      },
      handle: async (events) => {
        if (events.some(({ id }) => inFirstBatch.has(id))) return;
        reading.resolve();
        await release.promise;
      },
    };
    const service = await start({ hooks, concurrency: 2 });
    await shelf.publish(many(1, 5));
    await working.promise;
    await shelf.publish(many(100, 60));
    await reading.promise;
    let stopped = false;
    const stopping = stop(service).then(() => {
      stopped = true;
    });
    await setTimeout(100);
    expect(stopped).toBe(false);
    release.resolve();
    await stopping;
    const statuses = await shelf.statuses();
    // Workers stop after the readers have, so they may have taken one more.
    expect(statuses['done']).toBeGreaterThanOrEqual(2 + SHELF.events);
    expect(statuses).toEqual({ ...statuses, done: 5 + SHELF.events - (statuses['retrying'] ?? 0) });
    const leased = await testing.database.rows('SELECT FROM pipeline.inbox WHERE lease_token IS NOT NULL');
    expect(leased).toEqual([]);
    await setTimeout(300);
    expect(await shelf.statuses()).toEqual(statuses);
    await start();
    await expectAllWell();
    expect(await shelf.statuses()).toEqual({ done: 65 });
  });

  it('of a process that has nothing to do ends at once, and may be asked for twice', async () => {
    const service = await start();
    await service.host.stopConsumers();
    await service.host.stopWorkers();
    await stop(service);
    expect(service.host.notReady()).toEqual(BOTH);
  });
});

describe('when PostgreSQL is away', () => {
  let proxy: TcpFaultProxy;
  let throughProxy: Database;
  let url: string;

  beforeEach(async () => {
    const address = new URL(testing.url);
    proxy = await TcpFaultProxy.start(Number(address.port));
    address.hostname = '127.0.0.1';
    address.port = String(proxy.port);
    url = address.href;
    const timeouts = { statementTimeout: 1500, lockTimeout: 1000, connectTimeout: 1500 };
    throughProxy = await openDatabase({ url, applicationName: 'shelf', ...timeouts });
  });
  afterEach(async () => {
    await proxy.restore();
    await Promise.all(running.splice(0).map((service) => service.stop()));
    await throughProxy.close();
    await proxy.close();
  });

  it('for a while, or cuts everybody off, or does not answer, everything is done once in the end', async () => {
    // Alarms that are lost while they count as set come again after a second, not after a minute.
    const service = await start({ database: throughProxy, url, armedSeconds: 1 });
    let published = 0;
    const publish = async (): Promise<void> => {
      await shelf.publish(many(published + 1, 40));
      published += 40;
    };
    await publish();
    await waitFor(async () => Number((await shelf.statuses())['done']) > 10);
    await publish();
    proxy.cut();
    await publish();
    await testing.database.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'test'`,
    );
    await publish();
    await proxy.refuse();
    await publish();
    await waitFor(() => service.host.notReady().length === BOTH.length);
    expect(service.host.reasons()).toEqual(BOTH.map((consumer) => `${consumer} waits: DIGLOT_POSTGRES_UNAVAILABLE`));
    await proxy.restore();
    await waitFor(() => service.host.notReady().length === 0);
    await publish();
    proxy.setFault('lose-answers');
    await publish();
    await waitFor(() => service.host.notReady().length > 0);
    proxy.cut();
    await proxy.restore();
    await publish();
    await expectAllWell();
    expect(await shelf.statuses()).toEqual({ done: published });
    await waitFor(() => service.host.notReady().length === 0);
    expect(service.fatal).toEqual([]);
  });
});
