import { TOPIC_DEFINITIONS, TOPICS } from '@diglot/contracts';
// Node finds the names of a CommonJS module by reading it, and misses some of this one.
import kafkajs from 'kafkajs';
import type { StateRow } from '../stack-way/state-rows.ts';
import { flatRecord } from './flat-record.ts';

/** Topics of {@link flatRecord}s, with as many partitions as the state topic. */
export interface FlatTopics {
  /** Returns once they are written. */
  send(topic: string, rows: readonly StateRow[]): Promise<void>;
  /** Ends the producer; the topics stay. */
  close(): Promise<void>;
}

/**
 * Makes the topics, and opens a producer.
 * @throws an error of kafkajs; a topic that is there already is not one
 */
export async function openFlatTopics(bootstrap: string, topics: readonly string[]): Promise<FlatTopics> {
  const kafka = new kafkajs.Kafka({
    brokers: bootstrap.split(','),
    clientId: 'bench',
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const numPartitions = TOPIC_DEFINITIONS.find(({ topic }) => topic === TOPICS.paperState)?.partitions ?? 1;
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: topics.map((topic) => ({ topic, numPartitions })) });
  await admin.disconnect();
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  return {
    send: async (topic, rows) => void (await producer.send({ topic, acks: -1, messages: rows.map(flatRecord) })),
    close: () => producer.disconnect(),
  };
}
