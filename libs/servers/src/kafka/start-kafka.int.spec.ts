import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kafkaCanBeHad, ownKafka, type TemporaryFolder, temporaryFolder, waitFor } from '@diglot/testing';
import { Kafka as Client, logLevel } from 'kafkajs';
import { installKafka } from './install-kafka.ts';
import { type Kafka, QUICK_START, startKafka } from './start-kafka.ts';

const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip;

/** One of 64 that are drawn begins so. */
const LIKE_AN_OPTION = Buffer.alloc(16, 0xfb).toString('base64url');

const clientOf = (bootstrap: string): Client =>
  new Client({ brokers: bootstrap.split(','), logLevel: logLevel.NOTHING, retry: { retries: 20, maxRetryTime: 500 } });

async function createTopic(bootstrap: string, topic: string, replicationFactor = 1): Promise<void> {
  const admin = clientOf(bootstrap).admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{ topic, numPartitions: 1, replicationFactor }],
    waitForLeaders: true,
    timeout: 60_000,
  });
  await admin.disconnect();
}

async function send(bootstrap: string, topic: string, value: string): Promise<void> {
  const producer = clientOf(bootstrap).producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: [{ value }] });
  await producer.disconnect();
}

/** The end of a topic once it has one: a broker that has just started may not lead its partitions yet. */
async function endOf(bootstrap: string, topic: string): Promise<number> {
  return await waitFor(
    async () => {
      const admin = clientOf(bootstrap).admin();
      try {
        await admin.connect();
        const [offsets] = await admin.fetchTopicOffsets(topic);
        return Number(offsets?.high);
      } finally {
        await admin.disconnect();
      }
    },
    { timeout: 120_000, what: `the end of ${topic}` },
  );
}

withKafka('a broker', () => {
  let folder: TemporaryFolder;
  let kafka: Kafka;
  beforeAll(async () => {
    folder = await temporaryFolder('kafka');
    await writeFile(join(folder.path, 'cluster-id'), LIKE_AN_OPTION);
    kafka = await startKafka({ folder: folder.path, jvmFlags: QUICK_START });
    await createTopic(kafka.bootstrap, 'kept');
  });
  afterAll(async () => {
    await kafka.stop();
    await folder.remove();
  });

  test('takes a cluster whose id begins like an option', async () => {
    expect(LIKE_AN_OPTION).toMatch(/^-/);
    const made = await readFile(join(folder.path, 'broker-1/data/meta.properties'), 'utf8');
    expect(made).toContain(`cluster.id=${LIKE_AN_OPTION}`);
  });

  test('the installation is the same at the second call', async () => {
    expect(await installKafka()).toEqual(await installKafka());
  });

  test('a topic is not created by accident', async () => {
    await expect(send(kafka.bootstrap, 'never-made', 'one')).rejects.toThrow(/does not host this topic-partition/);
  });

  test('killed and started again it is on the same port, with what it acknowledged', async () => {
    await send(kafka.bootstrap, 'kept', 'one');
    const [broker] = kafka.brokers;
    const first = broker!.pid;
    await broker!.kill();
    expect(broker!.pid).toBeNull();
    await broker!.start();
    expect(broker!.pid).not.toBe(first);
    expect(await endOf(kafka.bootstrap, 'kept')).toBe(1);
  });

  test('its folder keeps the cluster for the next start, on another port', async () => {
    await kafka.stop();
    kafka = await startKafka({ folder: folder.path, jvmFlags: QUICK_START });
    expect(await endOf(kafka.bootstrap, 'kept')).toBe(1);
  });
});

withKafka('a broker that cannot start', () => {
  test('says why, with the lines of its log', async () => {
    const properties = { 'log.retention.ms': 'for ever' };
    await expect(ownKafka({ properties })).rejects.toMatchObject({
      code: 'DIGLOT_KAFKA_START',
      message: expect.stringContaining('log.retention.ms'),
    });
  });
});

withKafka('three brokers', () => {
  test('take records while one is dead, and it has them once it is back', async () => {
    const { kafka, remove } = await ownKafka({ brokers: 3 });
    await createTopic(kafka.bootstrap, 'replicated', 3);
    await kafka.brokers[0]!.kill();
    // The client fails at the dead one before it asks the others.
    await waitFor(async () => await send(kafka.bootstrap, 'replicated', 'one').then(() => true), { timeout: 120_000 });
    await kafka.brokers[0]!.start();
    expect(kafka.brokers.map((broker) => broker.isRunning)).toEqual([true, true, true]);
    expect(await endOf(kafka.bootstrap, 'replicated')).toBeGreaterThan(0);
    await remove();
  });
});
