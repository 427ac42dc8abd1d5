import { deadLetterEventId } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import { openDatabase } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { insertReceipts } from '../inbox/insert-receipts.statement.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { deferred } from '../testing/deferred.ts';
import { parsed, paperId } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { identify } from './arrival.ts';

let shared: BenchDatabase;

beforeAll(async () => {
  shared = await shelfDatabase();
});
afterAll(async () => shared.drop());

const idOf = (paper: number): string => parsed({ paper, title: 't' }).id;
const entries = (bench: StageBench, papers: readonly number[]) =>
  papers.map((paper) => bench.record({ paper, title: 't' }));

describe('a batch', () => {
  it('takes effect once, however often it comes', async () => {
    const bench = new StageBench(shared.database);
    const records = entries(bench, [1, 2, 3]);
    await bench.deliver(records);
    await bench.deliver(records);
    await bench.deliver(records, { first: true });
    expect(await bench.effects()).toEqual({ [idOf(1)]: 1, [idOf(2)]: 1, [idOf(3)]: 1 });
    expect(bench.clock.alarms).toEqual([]);
    const receipts = await bench.receipts();
    expect(receipts).toHaveLength(3);
    for (const receipt of receipts) {
      expect(receipt).toMatchObject({ status: 'done', attempt: 1, headers: null, payload: null, errorCode: null });
    }
  });

  it('is handled in the order of event ids, and computed only for what the inbox does not hold', async () => {
    const bench = new StageBench(shared.database);
    const prepared: string[] = [];
    const handled: string[][] = [];
    bench.prepare = ({ id }) => void prepared.push(id);
    bench.handle = async (events) => {
      handled.push(events.map(({ id }) => id));
      return [];
    };
    await bench.deliver(entries(bench, [4]));
    await bench.deliver(entries(bench, [6, 4, 5, 7]));
    expect(handled).toEqual([[idOf(4)], [idOf(5), idOf(6), idOf(7)].toSorted()]);
    expect(prepared).toEqual([idOf(4), idOf(6), idOf(5), idOf(7)]);
  });

  it('is only receipted, undecoded, when it is the first one, and left to the workers', async () => {
    const bench = new StageBench(shared.database);
    bench.prepare = () => {
      throw new Error('it was looked at');
    };
    const bytes = Buffer.from([0xff, 0x00]);
    await bench.deliver([bench.record({ paper: 1, title: 't' }, { value: bytes })], { first: true });
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'retrying', attempt: 0, payload: bytes, leased: false });
    expect(bench.clock.alarms).toMatchObject([{ consumer: bench.name, eventId: idOf(1), attempt: 0, epoch: 0 }]);
    expect(bench.moves).toEqual(['1']);
    await bench.clock.ringAll();
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'dead', errorCode: 'DIGLOT_EVENT_UNDECODABLE' });
  });

  it('goes on with the good ones, in the order of the log, when one is bad; the bad one is a dead letter', async () => {
    const bench = new StageBench(shared.database);
    const handled: string[][] = [];
    bench.handle = async (events) => {
      handled.push(events.map(({ id }) => id));
      if (events.some(({ id }) => id === idOf(3))) throw new DiglotError('DIGLOT_POSTGRES_REFUSED_DATA', 'too long');
      return [];
    };
    const records = entries(bench, [1, 2, 3, 4, 5]);
    await bench.deliver(records);
    expect(handled.slice(1)).toEqual([1, 2, 3, 4, 5].map((paper) => [idOf(paper)]));
    expect(bench.moves).toEqual(['1', '2', '3', '4', '5']);
    expect((await bench.receipts()).map(({ status }) => status)).toEqual(['done', 'done', 'dead', 'done', 'done']);
    expect(Object.keys(await bench.effects()).toSorted()).toEqual([1, 2, 4, 5].map(idOf).toSorted());
    const [bad] = await bench.deadLetters();
    expect(bad).toMatchObject({
      eventId: deadLetterEventId(bench.name, idOf(3), 0),
      topic: 'arxiv.paper.parsed.v1.dlq',
      key: paperId(3),
      payload: records[2]?.value,
    });
    expect(bad?.headers).toEqual({
      ...records[2]?.headers,
      'dlq-consumer': bench.name,
      'dlq-topic': 'arxiv.paper.parsed.v1',
      'dlq-partition': '3',
      'dlq-offset': '3',
      'dlq-attempts': '1',
      'dlq-first-seen': expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      'dlq-error-code': 'DIGLOT_POSTGRES_REFUSED_DATA',
      'dlq-error-class': 'Invalid',
      'dlq-error-message': 'DIGLOT_POSTGRES_REFUSED_DATA: too long',
      'dlq-service-version': '1.2.3',
    });
    expect(bench.woken).toContain('arxiv.paper.parsed.v1.dlq');
  });

  it('is not marked at all while a server is away, and goes on where it stood', async () => {
    const bench = new StageBench(shared.database);
    let away = true;
    const third = async (events: readonly { id: string }[]): Promise<never[]> => {
      if (events.length > 1) throw new DiglotError('DIGLOT_POSTGRES_CONTENTION', 'a deadlock');
      if (events[0]?.id === idOf(3) && away) throw new DiglotError('DIGLOT_BUS_UNAVAILABLE', 'it is away');
      return [];
    };
    bench.handle = third;
    const records = entries(bench, [1, 2, 3, 4]);
    await expect(bench.deliver(records)).rejects.toMatchObject({ code: 'DIGLOT_BUS_UNAVAILABLE' });
    expect(bench.moves).toEqual(['1', '2']);
    expect(await bench.receipts()).toHaveLength(2);
    away = false;
    await bench.deliver(records.slice(2));
    expect((await bench.receipts()).map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('comes again when not even the failure of an event can be written', async () => {
    const bench = new StageBench(shared.database);
    bench.handle = async () => {
      throw new DiglotError('DIGLOT_POSTGRES_REFUSED_DATA', 'too long');
    };
    const eventId = deadLetterEventId(bench.name, idOf(2), 0);
    const inTheWay = { eventId, topic: 'test.other', key: '', headers: {}, payload: Buffer.alloc(0) };
    await shared.database.transaction((tx) => appendToOutbox(tx, [inTheWay]));
    const records = entries(bench, [1, 2, 3]);
    await expect(bench.deliver(records)).rejects.toMatchObject({ class: 'Unavailable' });
    expect(bench.moves).toEqual(['1']);
    await shared.database.run('DELETE FROM pipeline.outbox WHERE event_id = $1', [eventId]);
    await bench.deliver(records.slice(1));
    expect((await bench.receipts()).map(({ status }) => status)).toEqual(['dead', 'dead', 'dead']);
  });

  it.each([
    ['its receipts are written', 'INSERT', 'done'],
    ['the failure of an event is written', 'UPDATE', 'dead'],
  ])('comes again when its connection is lost while %s', async (_, change, status) => {
    const bench = new StageBench(shared.database);
    bench.handle = async () => {
      throw new DiglotError('DIGLOT_POSTGRES_REFUSED_DATA', 'too long');
    };
    await shared.database.run(
      `CREATE FUNCTION pipeline.hang_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`,
    );
    await shared.database.run(`CREATE TRIGGER hang_up BEFORE ${change} ON pipeline.inbox FOR EACH ROW
      WHEN (NEW.consumer = '${bench.name}' AND NEW.status = '${status}') EXECUTE FUNCTION pipeline.hang_up()`);
    const records = entries(bench, [1, 2]);
    // It says what happened, and takes it for nobody's lock and for no fault of the event.
    await expect(bench.deliver(records)).rejects.toMatchObject({
      code: 'DIGLOT_POSTGRES_UNAVAILABLE',
      message: expect.not.stringMatching(/for too long|cannot be written/),
    });
    expect(bench.moves).toEqual([]);
    expect(await bench.receipts()).toEqual([]);
    await shared.database.run('DROP FUNCTION pipeline.hang_up CASCADE');
    await bench.deliver(records);
    expect((await bench.receipts()).map(({ status }) => status)).toEqual(['dead', 'dead']);
  });

  it('of nothing marks nothing and moves nothing', async () => {
    const bench = new StageBench(shared.database);
    await bench.deliver([]);
    await bench.deliver([], { first: true });
    expect(bench.moves).toEqual([]);
    expect(await bench.receipts()).toEqual([]);
  });

  it('comes again when a receipt vanished that made its event look known', async () => {
    const bench = new StageBench(shared.database);
    await bench.deliver(entries(bench, [1]));
    bench.prepare = async () => {
      bench.prepare = () => undefined;
      await shared.database.run('DELETE FROM pipeline.inbox WHERE consumer = $1', [bench.name]);
    };
    const records = entries(bench, [1, 2]);
    await expect(bench.deliver(records)).rejects.toMatchObject({ class: 'Unavailable' });
    await bench.deliver(records);
    expect(await bench.effects()).toEqual({ [idOf(1)]: 2, [idOf(2)]: 1 });
  });

  it('is reported with what it took, also when it went one by one', async () => {
    const bench = new StageBench(shared.database);
    await bench.deliver(entries(bench, [1, 2]));
    bench.handle = async (events) => {
      if (events.length > 1) throw new DiglotError('DIGLOT_POSTGRES_CONTENTION', 'a deadlock');
      return [];
    };
    await bench.deliver(entries(bench, [3, 4, 5]));
    expect(bench.batches).toEqual(
      [2, 3].map((events) => ({
        consumer: bench.name,
        events,
        preparing: expect.any(Number),
        committing: expect.any(Number),
      })),
    );
  });

  it('is not marked when a preparation finds a server away, or the settings wrong', async () => {
    for (const code of ['DIGLOT_POSTGRES_UNAVAILABLE', 'DIGLOT_CONFIG_INVALID'] as const) {
      const bench = new StageBench(shared.database);
      bench.prepare = () => {
        throw new DiglotError(code, 'not now');
      };
      await expect(bench.deliver(entries(bench, [1, 2]))).rejects.toMatchObject({ code });
      expect(await bench.receipts()).toEqual([]);
      expect(bench.moves).toEqual([]);
    }
  });

  it('is handled without the alarm clock: a broken or a hanging one delays nothing', async () => {
    for (const broken of [
      async () => Promise.reject(new Error('it is away')),
      async () => new Promise<void>(() => {}),
    ]) {
      const bench = new StageBench(shared.database);
      bench.clock.broken = broken;
      await bench.deliver(entries(bench, [1]), { first: true });
      await bench.deliver(entries(bench, [2]));
      expect((await bench.receipts()).map(({ status }) => status)).toEqual(['retrying', 'done']);
    }
  });

  it('announces nothing twice: what an event announces stands or falls with it', async () => {
    const bench = new StageBench(shared.database);
    const announcement = (id: string) => ({
      eventId: id,
      topic: 'test.out',
      key: bench.name,
      headers: {},
      payload: Buffer.from('x'),
    });
    bench.handle = async (events) => {
      const taken = events.map(({ id }) => announcement(deadLetterEventId('out', id, 0)));
      // Each announces the same as well, which its unique key refuses.
      return events.some(({ id }) => id === idOf(2))
        ? [...taken, announcement(idOf(99)), announcement(idOf(99))]
        : taken;
    };
    await bench.deliver(entries(bench, [1, 2, 3]));
    const rows = await shared.database.rows(`SELECT event_id FROM pipeline.outbox WHERE key = $1`, [bench.name]);
    expect(rows).toHaveLength(2);
    expect((await bench.receipts()).map(({ status }) => status)).toEqual(['done', 'dead', 'done']);
  });
});

describe('a receipt that another transaction has written and not committed', () => {
  /** Holds the receipt of an event until it is told to commit or to roll back. */
  async function holdReceipt(bench: StageBench) {
    const held = deferred();
    const release = deferred();
    let fails = false;
    const transaction = shared.database.transaction(async (tx) => {
      const arrival = identify(bench.record({ paper: 1, title: 't' }));
      await insertReceipts(tx, bench.name, [arrival], { status: 'done', attempt: 1 }, '1.2.3');
      held.resolve();
      await release.promise;
      if (fails) throw new Error('rolled back');
    });
    await held.promise;
    const end = async (how: 'commit' | 'roll back'): Promise<void> => {
      fails = how === 'roll back';
      release.resolve();
      await transaction.catch(() => {});
    };
    return { end };
  }

  it('is waited for: once committed, the event is known', async () => {
    const bench = new StageBench(shared.database);
    const { end } = await holdReceipt(bench);
    const delivered = bench.deliver(entries(bench, [1, 2]));
    await waitForBlocked();
    await end('commit');
    await delivered;
    expect(await bench.effects()).toEqual({ [idOf(2)]: 1 });
  });

  it('is waited for: once rolled back, the event is taken', async () => {
    const bench = new StageBench(shared.database);
    const { end } = await holdReceipt(bench);
    const delivered = bench.deliver(entries(bench, [1, 2]));
    await waitForBlocked();
    await end('roll back');
    await delivered;
    expect(await bench.effects()).toEqual({ [idOf(1)]: 1, [idOf(2)]: 1 });
  });

  it('is never taken for done: whoever waits too long marks nothing', async () => {
    const hasty = await openDatabase({ url: shared.url, applicationName: 'hasty', lockTimeout: 200 });
    const bench = new StageBench(hasty);
    const { end } = await holdReceipt(bench);
    await expect(bench.deliver(entries(bench, [2, 1]))).rejects.toMatchObject({ class: 'Unavailable' });
    expect(bench.moves).toEqual([]);
    await end('roll back');
    expect(await bench.receipts()).toEqual([]);
    await hasty.close();
  });

  async function waitForBlocked(): Promise<void> {
    await waitFor(async () => {
      const rows = await shared.database.rows(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
  }
});
