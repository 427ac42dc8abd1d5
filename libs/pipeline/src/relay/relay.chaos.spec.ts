import { randomUUID } from 'node:crypto';
import { silentLogger, type Database } from '@diglot/platform';
import {
  kafkaCanBeHad,
  spawnNode,
  testDatabase,
  testKafka,
  uniqueName,
  waitFor,
  type SpawnedNode,
  type TestDatabase,
} from '@diglot/testing';
import type { LogRecord } from '../bus/bus.port.ts';
import type { KafkaLog } from '../kafka/kafka.port.ts';
import { openKafka } from '../kafka/open-kafka.ts';
import { pipelineMigrations } from '../migrations/pipeline-migrations.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { createStateTable, setStates } from '../testing/state-table.ts';

const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip;

const PROCESS = new URL('../testing/relay-process.ts', import.meta.url);
const KEYS = Array.from({ length: 20 }, (_, index) => `k${index}`);

withKafka('a relay that is killed', () => {
  let testing: TestDatabase;
  let database: Database;
  let log: KafkaLog;
  let facts: string;
  let states: string;
  let sent: string[];
  let factRecords: LogRecord[];
  let stateRecords: LogRecord[];
  const running: SpawnedNode[] = [];

  beforeEach(async () => {
    testing = await testDatabase({ migrations: pipelineMigrations });
    ({ database } = testing);
    await createStateTable(database);
    log = openKafka({
      brokers: [await testKafka()],
      ssl: false,
      sasl: null,
      clientId: 'test',
      logger: silentLogger,
      onFatal: () => {},
      sessionTimeout: 6000,
      heartbeatInterval: 1000,
    });
    [facts, states] = [uniqueName('facts'), uniqueName('states')];
    const definition = { partitions: 3, retentionDays: 1, maxMessageBytes: 1_000_000 };
    await log.ensureTopics([
      { ...definition, topic: facts, cleanup: 'delete' },
      { ...definition, topic: states, cleanup: 'compact' },
    ]);
    sent = [];
    [factRecords, stateRecords] = await Promise.all([readAll(facts), readAll(states)]);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((child) => child.kill()));
    await log.close();
    await testing.drop();
  });

  const readAll = async (topic: string): Promise<LogRecord[]> => {
    const records: LogRecord[] = [];
    await log.bus.subscribe({ consumer: uniqueName('test'), topic, events: 100, bytes: 1_000_000 }, async (batch) => {
      records.push(...batch.records);
      await batch.moveAfter(batch.records.at(-1)!);
    });
    return records;
  };
  const start = async (failpoint = ''): Promise<SpawnedNode> => {
    const child = spawnNode(PROCESS, { args: [testing.url, await testKafka(), facts, states, failpoint] });
    running.push(child);
    return child;
  };
  /** New facts, and a new state of every key. */
  const announce = async (round: number): Promise<void> => {
    const row = (topic: string, key: string, payload: Uint8Array | null) => {
      const eventId = randomUUID();
      return { eventId, topic, key, headers: { ce_id: eventId }, payload };
    };
    const rows = KEYS.flatMap((key) => [row(facts, key, Buffer.from(String(round))), row(states, key, null)]);
    await database.transaction(async (tx) => {
      await setStates(tx, KEYS, round);
      await appendToOutbox(tx, rows);
    });
    sent.push(...rows.filter(({ topic }) => topic === facts).map(({ eventId }) => eventId));
  };
  const arrived = (): Set<string> => new Set(factRecords.map(({ headers }) => headers['ce_id'] ?? ''));
  const newest = () => new Map(stateRecords.map(({ key, value }) => [key, Buffer.from(value ?? '').toString()]));
  const expectAll = async (round: number): Promise<void> => {
    await waitFor(() => arrived().size === sent.length);
    expect([...arrived()].toSorted()).toEqual(sent.toSorted());
    // Each partition comes in its own time.
    const isNew = (key: string): boolean => newest().get(key) === String(round);
    await waitFor(() => KEYS.every(isNew));
    expect(newest()).toEqual(new Map(KEYS.map((key) => [key, String(round)])));
  };

  it.each(['relay.before-send:1', 'relay.sent:2'])('at %s loses nothing', async (failpoint) => {
    await announce(1);
    const killed = await start(failpoint);
    expect(await killed.exited).toMatchObject({ signal: 'SIGKILL' });
    await announce(2);
    await start();
    await expectAll(2);
  });

  it('or stopped, and wakes behind its successor, shows no older state', async () => {
    await announce(1);
    // It stands still having sent one of its topics, and not moved the cursor.
    const stopped = await start('relay.sent:1:SIGSTOP');
    await waitFor(async () => (await database.rows('SELECT FROM pipeline.cursor')).length > 0);
    await waitFor(() => factRecords.length > 0 || stateRecords.length > 0);
    // Its connections, and with them its locks, are ended by the server.
    await database.run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'relay'`);
    await announce(2);
    await start();
    await expectAll(2);
    stopped.signal('SIGCONT');
    await announce(3);
    await expectAll(3);
  });
});
