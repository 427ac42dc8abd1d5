import { randomUUID } from 'node:crypto';
import { kafkaCanBeHad, testDatabase, testKafka, uniqueName, waitFor, type TestDatabase } from '@diglot/testing';
import type { TopicDefinition, TopicRecord } from '@diglot/contracts';
import { findFreePort, silentLogger, type Database } from '@diglot/platform';
import type { LogRecord, RecordBatch } from '../bus/bus.port.ts';
import type { PointerLoader } from '../bus/pointer-loader.ts';
import { pipelineMigrations } from '../migrations/pipeline-migrations.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { deferred } from '../testing/deferred.ts';
import { SHORT_SESSIONS } from '../testing/kafka-bus.fixture.ts';
import { createClient } from './create-client.ts';
import { KafkaSender } from './kafka-sender.ts';
import type { KafkaEvent, KafkaLog, KafkaOptions, RelayOptions } from './kafka.port.ts';
import { openKafka } from './open-kafka.ts';

const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip;

withKafka('Kafka as the log', () => {
  let testing: TestDatabase;
  let database: Database;
  const logs: KafkaLog[] = [];
  const events: KafkaEvent[] = [];

  beforeAll(async () => {
    testing = await testDatabase({ migrations: pipelineMigrations });
    ({ database } = testing);
  });
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((log) => log.close()));
  });
  afterAll(async () => testing.drop());

  const open = async (options: Partial<KafkaOptions> = {}): Promise<KafkaLog> => {
    const log = openKafka({
      brokers: [await testKafka()],
      ssl: false,
      sasl: null,
      clientId: 'test',
      logger: silentLogger,
      onFatal: () => {},
      onEvent: (event) => events.push(event),
      ...SHORT_SESSIONS,
      ...options,
    });
    logs.push(log);
    return log;
  };
  const define = (change: Partial<TopicDefinition> = {}): TopicDefinition => ({
    topic: uniqueName('test'),
    partitions: 3,
    cleanup: 'delete',
    retentionDays: 1,
    maxMessageBytes: 2_000_000,
    ...change,
  });
  const make = async (log: KafkaLog, change: Partial<TopicDefinition> = {}): Promise<string> => {
    const definition = define(change);
    await log.ensureTopics([definition]);
    return definition.topic;
  };
  const relay = (log: KafkaLog, topic: string, change: Partial<RelayOptions> = {}) =>
    log.startRelay({ topic, database, pollMilliseconds: 25, ...change });
  const read = async (log: KafkaLog, topic: string, consumer = uniqueName('test')): Promise<LogRecord[]> => {
    const records: LogRecord[] = [];
    await log.bus.subscribe({ consumer, topic, events: 100, bytes: 1_000_000 }, async (batch: RecordBatch) => {
      records.push(...batch.records);
      await batch.moveAfter(batch.records.at(-1)!);
    });
    return records;
  };
  const announce = async (
    topic: string,
    keys: readonly string[],
    payload: (key: string) => Uint8Array | null = (key) => Buffer.from(key),
  ) =>
    database.transaction((tx) =>
      appendToOutbox(
        tx,
        keys.map((key) => ({ eventId: randomUUID(), topic, key, headers: { ce_id: key }, payload: payload(key) })),
      ),
    );
  const names = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

  it('makes missing topics, and says in what others differ without changing them', async () => {
    const log = await open();
    const definition = define();
    expect(await log.ensureTopics([definition])).toEqual({ created: [definition.topic], differences: [] });
    expect(await log.ensureTopics([definition])).toEqual({ created: [], differences: [] });
    const { topic } = definition;
    const other = { ...definition, partitions: 4, maxMessageBytes: 3_000_000 };
    for (const _ of [1, 2]) {
      expect((await log.ensureTopics([other])).differences).toEqual([
        { topic, setting: 'partitions', wanted: '4', actual: '3' },
        { topic, setting: 'max.message.bytes', wanted: '3000000', actual: '2000000' },
      ]);
    }
  });

  it('carries what was committed from the outbox to every partition, once, in the order of each key', async () => {
    const log = await open();
    const topic = await make(log);
    const keys = [...names(40), ...names(40)];
    await announce(topic, keys);
    relay(log, topic);
    const records = await read(log, topic);
    await waitFor(() => records.length === keys.length);
    expect(records.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
    expect(new Set(records.map(({ partition }) => partition)).size).toBe(3);
    // It is told once the cursor has moved, which may be after its records were read.
    await waitFor(() => events.some((event) => event.kind === 'relayed' && event.topic === topic));
    expect(events).toContainEqual({ kind: 'relayed', topic, records: 80, duration: expect.any(Number) });
  });

  it('is woken by its bus after a commit', async () => {
    const log = await open();
    const topic = await make(log, { partitions: 1 });
    const handle = relay(log, topic, { pollMilliseconds: 3_600_000 });
    const records = await read(log, topic);
    await waitFor(() => handle.leads());
    await announce(topic, ['a']);
    await waitFor(() => {
      log.bus.wake([topic]);
      return records.length === 1;
    });
    expect(records[0]?.key).toBe('a');
  });

  it('sets aside what the topic does not take, and goes on', async () => {
    const log = await open();
    const topic = await make(log, { partitions: 1, maxMessageBytes: 10_000 });
    await announce(topic, ['small', 'large', 'next'], (key) => Buffer.alloc(key === 'large' ? 20_000 : 1));
    relay(log, topic);
    const records = await read(log, topic);
    await waitFor(() => records.length === 2);
    expect(records.map(({ key }) => key)).toEqual(['small', 'next']);
    const dead = await database.rows(
      `SELECT key, error_code AS code FROM pipeline.inbox WHERE topic = $1 AND status = 'dead'`,
      [topic],
    );
    expect(dead).toEqual([{ key: 'large', code: 'DIGLOT_EVENT_TOO_LARGE' }]);
  });

  it('does not lag behind what a transaction took back', async () => {
    const log = await open();
    const topic = await make(log, { partitions: 1 });
    const consumer = uniqueName('test');
    const records = await read(log, topic, consumer);
    const connection = { brokers: [await testKafka()], ssl: false, sasl: null, logger: silentLogger };
    const sender = await KafkaSender.open(createClient({ ...connection, clientId: 'test' }), topic, uniqueName('test'));
    for (const end of ['commit', 'abort'] as const) {
      const sending = await sender.begin();
      await sending.send(0, [{ key: end, headers: {}, value: Buffer.from(end) }]);
      await sending[end]();
      // So that what was taken back comes in a fetch of its own, in which there is nothing to deliver.
      await waitFor(() => records.length === 1);
    }
    await sender.close();
    await waitFor(async () => (await log.bus.lag({ consumer, topic })) === 0);
    expect(records.map(({ key }) => key)).toEqual(['commit']);
  });

  it('waits for a topic that is missing, by name, and goes on once it is there', async () => {
    const log = await open();
    const definition = define({ partitions: 1 });
    const { topic } = definition;
    await announce(topic, ['a']);
    const handle = relay(log, topic);
    const subscription = await log.bus.subscribe(
      { consumer: uniqueName('test'), topic, events: 1, bytes: 1 },
      async (batch) => batch.moveAfter(batch.records[0]!),
    );
    await waitFor(() => handle.waitsFor() === 'DIGLOT_TOPIC_MISSING');
    await waitFor(() => subscription.waitsFor() === 'DIGLOT_TOPIC_MISSING');
    expect(log.reasons()).toEqual([`the relay of ${topic} waits: DIGLOT_TOPIC_MISSING`]);
    expect(subscription.isLive()).toBe(false);
    await log.ensureTopics([definition]);
    await waitFor(() => subscription.isLive() && handle.leads());
    expect(log.reasons()).toEqual([]);
  });

  it('waits for brokers that are not there, and starts all the same', async () => {
    const log = await open({ brokers: [`127.0.0.1:${await findFreePort()}`] });
    const handle = relay(log, uniqueName('test'));
    const subscription = await log.bus.subscribe(
      { consumer: uniqueName('test'), topic: uniqueName('test'), events: 1, bytes: 1 },
      async () => {},
    );
    await waitFor(() => subscription.waitsFor() === 'DIGLOT_BUS_UNAVAILABLE');
    await waitFor(() => handle.waitsFor() === 'DIGLOT_BUS_UNAVAILABLE');
    expect(subscription.isAlive()).toBe(true);
    const reason: unknown = expect.objectContaining({ code: 'DIGLOT_BUS_UNAVAILABLE' });
    const answers = await Promise.allSettled([
      log.ensureTopics([define()]),
      log.bus.lag({ consumer: 'test', topic: 'test' }),
    ]);
    expect(answers).toEqual([1, 2].map(() => ({ status: 'rejected', reason })));
  });

  it('may be closed while it connects: who asked is told, and nothing stays open', async () => {
    const log = await open({ brokers: [`127.0.0.1:${await findFreePort()}`] });
    const asked = log.bus.lag({ consumer: 'test', topic: 'test' });
    const [answer, closed] = await Promise.allSettled([asked, log.close()]);
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'DIGLOT_BUS_UNAVAILABLE' } });
    expect(closed.status).toBe('fulfilled');
  });

  describe('a topic of states', () => {
    const states = new Map<string, number>();
    const state = (topic: string, key: string): TopicRecord => ({
      topic,
      key,
      headers: { ce_id: `${key}@${states.get(key)}` },
      value: Buffer.from(String(states.get(key))),
    });
    const loader =
      (topic: string): PointerLoader =>
      async (keys) =>
        new Map(keys.map((key) => [key, state(topic, key)]));
    const texts = (records: readonly LogRecord[]) =>
      records.map(({ key, value }) => `${key}=${value ? Buffer.from(value).toString() : 'nothing'}`);
    const newest = (records: readonly LogRecord[]) =>
      new Map(records.map(({ key, value }) => [key, Number(Buffer.from(value ?? '').toString())]));

    it('has the state of each key as it is in Postgres as its last record, and no lag for its markers', async () => {
      const log = await open();
      const topic = await make(log, { cleanup: 'compact' });
      const keys = names(20);
      relay(log, topic, { pointerLoader: loader(topic) });
      const consumer = uniqueName('test');
      const records = await read(log, topic, consumer);
      for (const round of [1, 2, 3]) {
        for (const key of keys) states.set(key, round);
        await announce(topic, keys, () => null);
      }
      await waitFor(() => records.length >= 20 && [...newest(records).values()].every((round) => round === 3));
      expect(newest(records)).toEqual(new Map(keys.map((key) => [key, 3])));
      await waitFor(async () => (await log.bus.lag({ consumer, topic })) === 0);
    });

    it('never shows what a paused leader loaded before another one took over', async () => {
      const [paused, successor] = [await open(), await open()];
      const topic = await make(paused, { cleanup: 'compact', partitions: 1 });
      states.set('a', 1);
      await announce(topic, ['a'], () => null);
      const loaded = deferred();
      const wakes = deferred();
      const first = relay(paused, topic, {
        pointerLoader: async (keys) => {
          const old = await loader(topic)(keys);
          loaded.resolve();
          await wakes.promise;
          return old;
        },
      });
      await loaded.promise;
      // The leader stands still inside of its transaction; its connection, and with it its lock, goes.
      await database.run(
        `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
         WHERE locktype = 'advisory' AND granted AND datname = current_database()`,
      );
      states.set('a', 2);
      await announce(topic, ['a'], () => null);
      const second = relay(successor, topic, { pointerLoader: loader(topic) });
      const records = await read(successor, topic);
      await waitFor(() => records.length === 1);
      wakes.resolve();
      await waitFor(() => second.leads() !== first.leads());
      await announce(topic, ['a'], () => null);
      await waitFor(() => records.length === 2);
      expect(texts(records)).toEqual(['a=2', 'a=2']);
    });
  });
});
