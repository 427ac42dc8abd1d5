import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { DiglotError } from '@diglot/domain';
import { silentLogger, type Database } from '@diglot/platform';
import { testDatabase, uniqueName, waitFor, type TestDatabase } from '@diglot/testing';
import { redrive } from '../commands/redrive.ts';
import { checkInvariants } from '../invariants/invariants.statement.ts';
import { pipelineMigrations } from '../migrations/pipeline-migrations.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { deferred } from '../testing/deferred.ts';
import { FakeLog } from '../testing/fake-log.ts';
import { Relay, type RelaySettings } from './relay.ts';

describe('the relay', () => {
  let testing: TestDatabase;
  let database: Database;
  let topic: string;
  let log: FakeLog;
  let fatal: Error[];
  const relays: Relay[] = [];

  beforeAll(async () => {
    testing = await testDatabase({ migrations: pipelineMigrations });
    ({ database } = testing);
  });
  beforeEach(() => {
    topic = uniqueName('test');
    log = new FakeLog();
    fatal = [];
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  });
  afterAll(async () => testing.drop());

  const start = (settings: Partial<RelaySettings> = {}): Relay => {
    const relay = new Relay({
      topic,
      database,
      logger: silentLogger,
      pollMilliseconds: 25,
      retryMilliseconds: 50,
      load: null,
      openSender: log.open,
      onFatal: (error) => fatal.push(error),
      onRelayed: () => {},
      ...settings,
    });
    relays.push(relay);
    relay.start();
    return relay;
  };
  const row = (key: string, payload: Uint8Array | null = Buffer.from(key)) => ({
    eventId: randomUUID(),
    topic,
    key,
    headers: { ce_id: randomUUID() },
    payload,
  });
  const announce = async (...rows: ReturnType<typeof row>[]) => database.transaction((tx) => appendToOutbox(tx, rows));
  const cursor = async () => {
    const [place] = await database.rows<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM pipeline.outbox JOIN pipeline.cursor USING (topic)
       WHERE topic = $1 AND (outbox.txid, outbox.id) <= (cursor.txid, cursor.id)`,
      [topic],
    );
    return place?.rows;
  };
  const terminateLeader = async () =>
    database.run(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );

  it('can be stopped while it connects, and closes what comes of it', async () => {
    const [asked, answered, closed] = [deferred(), deferred(), deferred()];
    const relay = start({
      openSender: async () => {
        asked.resolve();
        await answered.promise;
        return { ...(await log.open()), close: async () => closed.resolve() };
      },
    });
    await asked.promise;
    await relay.stop();
    answered.resolve();
    await closed.promise;
    expect(relay.leads()).toBe(false);
  });

  it('connects to nothing when it is stopped before it leads', async () => {
    await start().stop();
    expect(log.terms).toBe(0);
  });

  it('sends everything in the order of the log within each partition, one partition at a time', async () => {
    const rows = ['a1', 'b1', 'a2', 'b2', 'a3'].map((key) => row(key));
    await announce(...rows);
    start();
    await waitFor(() => log.keys.length === 5);
    expect(log.partitions.map((records) => records.map(({ key }) => key))).toEqual([
      ['b1', 'b2'],
      ['a1', 'a2', 'a3'],
    ]);
    expect(log.partitions.flat().map(({ headers }) => headers['ce_id'])).toEqual(
      [1, 3, 0, 2, 4].map((index) => rows[index]?.headers.ce_id),
    );
    expect(log.sends).toHaveLength(2);
    await waitFor(async () => (await cursor()) === 5);
  });

  it('cuts what one partition gets into requests that a broker takes', async () => {
    await announce(...['a1', 'a2', 'a3'].map((key) => row(key, Buffer.alloc(400_000))));
    start();
    await waitFor(() => log.keys.length === 3);
    expect(log.sends).toHaveLength(2);
  });

  it('does not pass a transaction that commits late', async () => {
    const written = deferred();
    const commit = deferred();
    const late = database.transaction(async (tx) => {
      await appendToOutbox(tx, [row('late')]);
      written.resolve();
      await commit.promise;
    });
    await written.promise;
    await announce(row('early'));
    const relay = start();
    await waitFor(() => relay.leads());
    // Two polls of a leader: one that did not look at open transactions would have sent `early` now, and never `late`.
    await setTimeout(200);
    expect(log.keys).toEqual([]);
    commit.resolve();
    await late;
    await waitFor(() => log.keys.length === 2);
    expect(log.keys.toSorted()).toEqual(['early', 'late']);
  });

  // What kafkajs does when a leader moves while it sends to several partitions (docs/protocol.md): it resolves.
  it.each([
    ['nothing at all', []],
    ['another partition', [{ partition: 0, errorCode: 0 }]],
    ['more than was sent', [0, 1].map((partition) => ({ partition, errorCode: 0 }))],
    ['an error', [{ partition: 1, errorCode: 6 }]],
  ])('takes nothing for sent when the reply covers %s, and sends it again', async (_, reply) => {
    log.onSend = () => {
      log.onSend = () => {};
      return reply;
    };
    const rows = [row('a1'), row('a2')];
    await announce(...rows);
    // The next term begins once it was looked at what the first one left.
    const looked = deferred();
    const relay = start({
      openSender: async () => {
        if (log.terms === 1) await looked.promise;
        return log.open();
      },
    });
    await waitFor(() => relay.waitsFor() === 'DIGLOT_BUS_UNAVAILABLE');
    expect(await cursor()).toBe(0);
    looked.resolve();
    await waitFor(() => log.keys.length === 2);
    expect(log.partitions[1]?.map(({ headers }) => headers['ce_id'])).toEqual(rows.map(({ headers }) => headers.ce_id));
    expect(log.terms).toBe(2);
    await waitFor(() => relay.waitsFor() === null);
  });

  it('repeats a batch with the same ids when it was sent and the cursor could not be moved', async () => {
    await announce(row('a1'));
    await database.run(
      `CREATE FUNCTION pipeline.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.topic = '${topic}' THEN RAISE 'the test wants it' USING ERRCODE = '57P01'; END IF; RETURN NEW; END $$`,
    );
    await database.run(`CREATE TRIGGER refuse BEFORE UPDATE ON pipeline.cursor FOR EACH ROW
      WHEN (NEW.txid > OLD.txid) EXECUTE FUNCTION pipeline.refuse()`);
    const relay = start();
    await waitFor(() => relay.waitsFor() === 'DIGLOT_POSTGRES_UNAVAILABLE');
    await database.run('DROP FUNCTION pipeline.refuse CASCADE');
    await waitFor(async () => (await cursor()) === 1);
    expect(log.keys.length).toBeGreaterThanOrEqual(2);
    expect(new Set(log.partitions.flat().map(({ headers }) => headers['ce_id'])).size).toBe(1);
  });

  it('leads alone; who stands by takes over when the lock of the leader is lost, and loses nothing', async () => {
    const first = start();
    await waitFor(() => first.leads());
    const second = start();
    await announce(row('a1'));
    await waitFor(() => log.keys.length === 1);
    expect(second.leads()).toBe(false);
    expect(second.waitsFor()).toBeNull();
    await first.stop();
    await announce(row('a2'));
    await waitFor(() => second.leads() && log.keys.length === 2);
    expect(log.keys).toEqual(['a1', 'a2']);
    await terminateLeader();
    await announce(row('a3'));
    await waitFor(() => log.keys.length === 3);
    expect(log.keys).toEqual(['a1', 'a2', 'a3']);
  });

  it('forgets readers of the embedded profile, which would hold back pruning for ever, on its topic alone', async () => {
    await database.run(
      `INSERT INTO pipeline.cursor (reader, topic) VALUES ('diglot.parser', $1), ('diglot.search', $1), ('diglot.search', $2)`,
      [topic, `${topic}.other`],
    );
    await announce(row('a1'));
    start();
    await waitFor(() => log.keys.length === 1);
    const readers = await database.rows<{ reader: string; topic: string }>(
      'SELECT reader, topic FROM pipeline.cursor WHERE topic LIKE $1 ORDER BY topic',
      [`${topic}%`],
    );
    expect(readers).toEqual([
      { reader: 'diglot.relay', topic },
      { reader: 'diglot.search', topic: `${topic}.other` },
    ]);
  });

  it('sends a log that was restored in another cluster again, and what comes after it', async () => {
    await announce(row('a1'), row('a2'));
    const far = '9000000000000';
    await database.run(`UPDATE pipeline.outbox SET txid = $2 WHERE topic = $1 AND key = 'a2'`, [topic, far]);
    await database.run(`INSERT INTO pipeline.cursor (reader, topic, txid) VALUES ('diglot.relay', $1, $2)`, [
      topic,
      far,
    ]);
    start();
    await waitFor(() => log.keys.length === 2);
    await announce(row('a3'));
    await waitFor(() => log.keys.length === 3);
    expect(log.keys.toSorted()).toEqual(['a1', 'a2', 'a3']);
    await waitFor(async () => (await cursor()) === 3);
  });

  it('is woken at once', async () => {
    const relay = start({ pollMilliseconds: 3_600_000 });
    await waitFor(() => relay.leads());
    await announce(row('a1'));
    await waitFor(() => {
      relay.wake();
      return log.keys.length === 1;
    });
    expect(log.keys).toEqual(['a1']);
  });

  it('ends the process, and does not try again, when an error is fatal', async () => {
    log.failOnce('DIGLOT_BUS_REFUSED');
    await announce(row('a1'));
    const relay = start();
    await waitFor(() => fatal.length === 1);
    await relay.stop();
    expect(fatal[0]).toMatchObject({ code: 'DIGLOT_BUS_REFUSED' });
    expect(log.terms).toBe(1);
  });

  it('waits for a sender that cannot be opened', async () => {
    let tries = 0;
    await announce(row('a1'));
    const relay = start({
      openSender: async () => {
        tries += 1;
        if (tries === 1) throw new DiglotError('DIGLOT_TOPIC_MISSING', 'no such topic');
        return log.open();
      },
    });
    await waitFor(() => relay.waitsFor() === 'DIGLOT_TOPIC_MISSING');
    expect(relay.leads()).toBe(false);
    await waitFor(() => log.keys.length === 1);
    expect(relay.waitsFor()).toBeNull();
  });

  describe('with a topic that does not take everything', () => {
    let limit: number;

    beforeEach(() => {
      limit = 100;
      log.onSend = (_, records) => {
        const bytes = records.reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
        if (bytes > limit) throw new DiglotError('DIGLOT_EVENT_TOO_LARGE', `${bytes} bytes`);
      };
    });

    const receipts = async () =>
      database.rows<{ status: string; errorCode: string | null; payload: Buffer | null }>(
        `SELECT status, error_code AS "errorCode", payload FROM pipeline.inbox WHERE consumer = 'diglot.relay' AND topic = $1`,
        [topic],
      );

    it('sends rows alone that are too large together', async () => {
      await announce(row('a1', Buffer.alloc(60)), row('a2', Buffer.alloc(60)));
      start();
      await waitFor(async () => (await cursor()) === 2);
      expect(log.keys).toEqual(['a1', 'a2']);
      expect(await receipts()).toEqual([]);
    });

    it('sets one aside as a dead letter that is too large by itself, and goes on; a redrive sends it', async () => {
      await announce(row('a1'), row('a2', Buffer.alloc(101)), row('a3'));
      start({ resendMilliseconds: 25 });
      await waitFor(async () => (await cursor()) === 3);
      expect(log.keys).toEqual(['a1', 'a3']);
      const dead = { status: 'dead', errorCode: 'DIGLOT_EVENT_TOO_LARGE', payload: Buffer.alloc(101) };
      expect(await receipts()).toEqual([dead]);
      expect(await checkInvariants(database)).toEqual([]);

      const audit = { actor: 'test', reason: 'the topic takes more now' };
      await redrive(database, { consumer: 'diglot.relay' }, audit);
      await waitFor(async () => (await receipts())[0]?.status === 'dead');
      limit = 200;
      await redrive(database, { consumer: 'diglot.relay' }, audit);
      await waitFor(async () => (await receipts())[0]?.status === 'done');
      expect(log.keys).toEqual(['a1', 'a3', 'a2']);
    });

    it('buries what it set aside once, also when it goes over the log again', async () => {
      await announce(row('a1', Buffer.alloc(101)), row('a2'));
      const first = start();
      await waitFor(async () => (await cursor()) === 2);
      await first.stop();
      await database.run(`UPDATE pipeline.cursor SET txid = '0', id = 0 WHERE topic = $1`, [topic]);
      start();
      await waitFor(async () => (await cursor()) === 2);
      expect(log.keys).toEqual(['a2', 'a2']);
      expect(await receipts()).toHaveLength(1);
      const letters = await database.rows('SELECT FROM pipeline.outbox WHERE topic = $1', [`${topic}.dlq`]);
      expect(letters).toHaveLength(1);
    });

    it('sends a dead letter without its bytes that is too large itself', async () => {
      topic = `${topic}.dlq`;
      await announce(row('a1', Buffer.alloc(101)));
      start();
      await waitFor(async () => (await cursor()) === 1);
      const [letter] = log.partitions.flat();
      expect(letter).toMatchObject({ key: 'a1', headers: { 'dlq-value-bytes': '101' } });
      expect(letter?.value).toHaveLength(0);
      expect(await receipts()).toEqual([]);
    });
  });

  describe('of pointers', () => {
    it('loads what it sends only after it has begun, each key once', async () => {
      const states = new Map([['a', 'old']]);
      log.onBegin = () => void states.set('a', 'new');
      await announce(row('a', null), row('a', null));
      start({
        load: async (keys) =>
          new Map(keys.map((key) => [key, { topic, key, headers: {}, value: Buffer.from(states.get(key) ?? '') }])),
      });
      await waitFor(() => log.keys.length > 0);
      await waitFor(async () => (await cursor()) === 2);
      expect(log.partitions.flat().map(({ value }) => Buffer.from(value ?? '').toString())).toEqual(['new']);
    });

    it('drops its batch and its sender when it is fenced, and stands by', async () => {
      log.failOnce('DIGLOT_LEASE_LOST');
      await announce(row('a', null));
      const relay = start({ load: async () => new Map() });
      await waitFor(() => log.terms === 2);
      expect(relay.waitsFor()).toBeNull();
      await waitFor(() => log.keys.length === 1);
    });
  });
});
