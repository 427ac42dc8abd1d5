// Node finds the names of a CommonJS module by reading it, and misses this one.
import kafkajs, { type Admin, type Kafka } from 'kafkajs';
import type { TopicDefinition } from '@diglot/contracts';
import { classifyKafka } from './kafka-errors.ts';
import type { TopicsReport } from './kafka.port.ts';
import { differencesOf, wantedTopic, type ExistingTopic, type WantedTopic } from './topic-plan.ts';

/**
 * Creates the topics that are missing, and says in what the others differ; none of them is changed. Two jobs at once make
 * each topic once.
 * @throws DiglotError see {@link classifyKafka}
 */
export async function ensureTopics(kafka: Kafka, definitions: readonly TopicDefinition[]): Promise<TopicsReport> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    const wanted = definitions.map((definition) => wantedTopic(definition, brokers.length));
    const known = new Set(await admin.listTopics());
    const missing = wanted.filter(({ topic }) => !known.has(topic));
    const created = missing.length > 0 && (await create(admin, missing)) ? missing.map(({ topic }) => topic) : [];
    const others = wanted.filter(({ topic }) => !created.includes(topic));
    const existing = await describe(admin, others);
    const differences = others.flatMap((topic) => {
      const found = existing.get(topic.topic);
      return found ? differencesOf(topic, found) : [];
    });
    return { created, differences };
  } catch (thrown) {
    throw classifyKafka(thrown, 'making the topics');
  } finally {
    await admin.disconnect().catch(() => {});
  }
}

/** @returns false when another job was faster */
async function create(admin: Admin, topics: readonly WantedTopic[]): Promise<boolean> {
  return admin.createTopics({
    waitForLeaders: true,
    topics: topics.map(({ topic, partitions, replicas, settings }) => ({
      topic,
      numPartitions: partitions,
      replicationFactor: replicas,
      configEntries: [...settings].map(([name, value]) => ({ name, value })),
    })),
  });
}

async function describe(admin: Admin, topics: readonly WantedTopic[]): Promise<ReadonlyMap<string, ExistingTopic>> {
  if (topics.length === 0) return new Map();
  const names = topics.map(({ topic }) => topic);
  const { topics: metadata } = await admin.fetchTopicMetadata({ topics: names });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
  });
  const settings = new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    ]),
  );
  return new Map(
    metadata.map(({ name, partitions }) => [
      name,
      {
        topic: name,
        partitions: partitions.length,
        replicas: Math.min(...partitions.map(({ replicas }) => replicas.length)),
        settings: settings.get(name) ?? new Map(),
      },
    ]),
  );
}
