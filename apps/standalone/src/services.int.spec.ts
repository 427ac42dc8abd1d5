import { cp, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CONSUMERS, TOPIC_DEFINITIONS, TOPICS, type TopicDefinition } from '@diglot/contracts';
import { openKafka } from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';
import {
  kafkaCanBeHad,
  ownKafka,
  ownRedis,
  redisCanBeHad,
  TcpFaultProxy,
  temporaryFolder,
  testDatabase,
  waitFor,
  type OwnKafka,
  type OwnRedis,
  type TemporaryFolder,
  type TestDatabase,
} from '@diglot/testing';
import { readers } from './services.ts';
import { expectReplay } from './testing/expect-replay.ts';
import { ServiceProcess, SERVICES, runJob, type Environment, type ServiceName } from './testing/service-processes.ts';
import { fetchJson, waitForStatus, type Status } from './testing/standalone-process.ts';
import { wholeWayContract } from './testing/whole-way.contract.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/digests', import.meta.url));

test('who reads what, as the contracts say it for the api, is what the services read', () => {
  expect(readers.map(({ consumer, topic }) => ({ consumer, topic }))).toEqual(CONSUMERS);
});

const withServers = (await kafkaCanBeHad()) && (await redisCanBeHad()) ? describe : describe.skip;

withServers('services as processes', () => {
  let folder: TemporaryFolder;
  let kafka: OwnKafka;
  let redis: OwnRedis;
  let test_: TestDatabase;
  const servers = () => [...kafka.kafka.brokers, redis.redis];
  /** Between the parser and PostgreSQL. */
  let proxy: TcpFaultProxy;
  let environment: Environment;
  /** A watched folder that is empty until the examples are copied there. */
  const examples = (): string => join(folder.path, 'examples');
  const processes = new Map<ServiceName, ServiceProcess>();
  const of = (name: ServiceName): ServiceProcess => {
    const found = processes.get(name);
    if (!found) throw new Error(`${name} was not started`);
    return found;
  };

  beforeAll(async () => {
    [folder, kafka, redis, test_] = await Promise.all([
      temporaryFolder('services'),
      ownKafka(),
      ownRedis(),
      testDatabase(),
    ]);
    await mkdir(examples());
    proxy = await TcpFaultProxy.start(Number(new URL(test_.url).port));
    environment = {
      DIGLOT_DATABASE_URL: test_.url,
      DIGLOT_KAFKA_BROKERS: kafka.kafka.bootstrap,
      DIGLOT_REDIS_URL: redis.redis.url,
      DIGLOT_DATA: folder.path,
    };
  });
  afterAll(async () => {
    for (const { node } of processes.values()) if (node.isRunning) await node.kill();
    await proxy.close();
    await test_.drop();
    await kafka.remove();
    await redis.remove();
    await folder.remove();
  });

  const start = (name: ServiceName, more: Environment = {}): ServiceProcess => {
    const process = new ServiceProcess(name, { ...environment, ...more });
    processes.set(name, process);
    return process;
  };

  /** Ends all of them in order. */
  const expectDrain = async (): Promise<void> => {
    for (const { node } of processes.values()) node.signal('SIGTERM');
    for (const { name, node } of processes.values()) {
      expect({ name, ...(await node.exited) }).toEqual({ name, code: 0, signal: null });
      expect(node.output).toContain('"msg":"it has stopped"');
      expect(node.output).not.toMatch(/a step of the drain/);
    }
  };

  /** As the api says it of all of them. */
  const expectEverybody = async (readiness: Status['readiness']): Promise<void> => {
    const api = await of('api').address();
    const found = await waitForStatus(api, ({ readiness: { ready } }) => ready === readiness.ready);
    expect(found.readiness).toEqual(readiness);
  };

  test('a service refuses a database that was not migrated, and says what to do', async () => {
    const { node } = new ServiceProcess('indexer', environment);
    expect(await node.exited).toEqual({ code: 1, signal: null });
    expect(node.output).toMatch(/DIGLOT_SCHEMA_OUTDATED: the database lacks PipelineCreateTables\d+/);
  });

  test('a service whose broker is not there waits, says so, and can be stopped', async () => {
    expect(await runJob('migrate', environment)).toContain('Migrated: ');
    expect(await runJob('migrate', environment)).toContain('The database is up to date.');
    const nobody = { DIGLOT_KAFKA_BROKERS: '127.0.0.1:1', DIGLOT_DRAIN_SECONDS: '15' };
    const waiting = new ServiceProcess('parser', { ...environment, ...nobody });
    const { reasons } = await waiting.waitForProbe('/readyz', (probed) =>
      probed.reasons.join().includes('DIGLOT_BUS_'),
    );
    expect(reasons.join()).toContain('DIGLOT_BUS_UNAVAILABLE');
    expect(await waiting.probe('/livez')).toEqual({ status: 200, reasons: [] });
    // Whether in time or not depends on how long its client insists on connecting.
    expect(await waiting.node.kill('SIGTERM')).toMatchObject({ signal: null });
    expect(waiting.node.output).toContain('"msg":"it has stopped"');
  });

  test('their topics are made once; one that is there with other settings is told, and is left alone', async () => {
    await makeOtherwise(kafka.kafka.bootstrap, TOPICS.sourceNoticed, { retentionDays: 2 });
    expect(await runJob('topics', environment)).toContain('arxiv.paper.state.v1');
    const again = await runJob('topics', environment);
    expect(again).toContain('All topics are there.');
    expect(again).toContain(
      'DIGLOT_TOPIC_DIFFERS: arxiv.source.noticed.v1: retention.ms is 172800000, and should be 1209600000',
    );
  });

  // The same in one process: whole-way.int.spec.ts.
  wholeWayContract('stack', {
    start: async (folders) => {
      await Promise.all(servers().map((server) => server.start()));
      const address = new URL(test_.url);
      address.port = String(proxy.port);
      environment = { ...environment, DIGLOT_WATCH: [...folders, examples()].join(delimiter) };
      for (const name of SERVICES) start(name, name === 'parser' ? { DIGLOT_DATABASE_URL: address.href } : {});
      for (const name of SERVICES) await of(name).ready();
      return await of('api').address();
    },
    // PostgreSQL stays: other tests use it too.
    stop: async () => {
      await expectDrain();
      await Promise.all(servers().map((server) => server.stop()));
    },
  });

  test('together they say that they are ready', () => expectEverybody({ ready: true, reasons: [] }));

  test('the status tells in what topics are not as they should be', async () => {
    const { topicDifferences } = await fetchJson<Status>(`${await of('api').address()}/api/status`);
    const difference = { setting: 'retention.ms', actual: '172800000', wanted: '1209600000' };
    expect(topicDifferences).toMatchObject([
      { topic: TOPICS.sourceNoticed, code: 'DIGLOT_TOPIC_DIFFERS', ...difference },
    ]);
  });

  test('a replay changes what comes out otherwise, and nothing else', async () => {
    const address = await of('api').address();
    const { papers } = await fetchJson<Status>(`${address}/api/status`);
    // Copied elsewhere first: whoever watches sees no half of a file.
    const draft = join(folder.path, 'draft');
    await cp(EXAMPLES, draft, { recursive: true });
    for (const name of await readdir(draft)) await rename(join(draft, name), join(examples(), name));
    await waitForStatus(address, (status) => status.papers === papers + 22 && status.inFlight === 0);
    const token = (await readFile(join(folder.path, 'token'), 'utf8')).trim();
    await expectReplay({ database: test_.database, address, token });
  });

  test('each tells its figures', async () => {
    const parser = await of('parser').metrics();
    expect(parser).toMatch(/diglot_events_total\{consumer="diglot.parser",service="parser"\} [1-9]/);
    expect(parser).toMatch(/diglot_assignments_total\{consumer="diglot.parser",service="parser"\} [1-9]/);
    // The bad files.
    expect(parser).toMatch(/diglot_receipts\{consumer="diglot.parser",status="dead",service="parser"\} 3/);
    // A relay's place moves only after what it sent; somebody may have taken that already.
    const unread = /diglot_outbox_unread_rows\{reader="[^"]+",topic="arxiv.digest.discovered.v1",service="watcher"\} 0/;
    await waitFor(async () => unread.test(await of('watcher').metrics()), { what: 'a log that is read' });
  });

  test('one that has lost its database says so, and goes on once it is back', async () => {
    await proxy.refuse();
    await of('parser').waitForProbe(
      '/readyz',
      ({ status, reasons }) => status === 503 && reasons.join().includes('database'),
    );
    expect(await of('parser').probe('/livez')).toEqual({ status: 200, reasons: [] });
    await proxy.restore();
    await of('parser').ready();
  });

  test('a second signal ends what cannot drain, at once', async () => {
    // The cable is cut: whatever waits for an answer waits.
    proxy.setFault('black-hole');
    const { node } = of('parser');
    node.signal('SIGTERM');
    await node.waitForOutput(/finishing what is in hand/);
    expect(await of('parser').waitForProbe('/readyz', () => true)).toMatchObject({ status: 503 });
    await setTimeout(600);
    node.signal('SIGTERM');
    expect(await node.exited).toEqual({ code: 143, signal: null });
    await proxy.restore();
  });

  test('one that hangs says so to whoever would restart it', async () => {
    const parser = start('parser', { DIGLOT_FAILPOINT: 'consumer.inside:1:HANG' });
    const isStuck = async (code: string) =>
      parser.waitForProbe('/livez', ({ status, reasons }) => status === 503 && reasons.join().includes(code));
    await parser.ready();
    expect(await parser.probe('/livez')).toEqual({ status: 200, reasons: [] });
    // Whatever it is given, it never returns from.
    await test_.database.run(
      `INSERT INTO pipeline.outbox (event_id, topic, key, headers, payload)
       VALUES (gen_random_uuid(), 'arxiv.digest.discovered.v1', 'nothing', '{}', 'nothing')`,
    );
    // Longer than any tick may be.
    parser.node.signal('SIGSTOP');
    await setTimeout(11_000);
    await expectEverybody({
      ready: false,
      reasons: [expect.stringMatching(/^parser: no process of it has given a sign/)],
    });
    parser.node.signal('SIGCONT');
    await isStuck('DIGLOT_LOOP_BLOCKED');
    await isStuck('DIGLOT_READER_HANGS: diglot.parser');
    await parser.node.kill();
  });

  test('a drain ends everything in its order, and with 0', async () => {
    processes.delete('parser');
    await expectDrain();
  });
});

/** Makes one of the topics before the job does. */
async function makeOtherwise(broker: string, topic: string, change: Partial<TopicDefinition>): Promise<void> {
  const definition = TOPIC_DEFINITIONS.find((each) => each.topic === topic);
  if (!definition) throw new Error(`there is no topic ${topic}`);
  const onFatal = (error: Error): never => {
    throw error;
  };
  const log = openKafka({ brokers: [broker], ssl: false, sasl: null, clientId: 'test', logger: silentLogger, onFatal });
  await log.ensureTopics([{ ...definition, ...change }]);
  await log.close();
}
