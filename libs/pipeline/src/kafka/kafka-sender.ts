import { Partitioners, type Kafka, type Message, type Producer, type RecordMetadata } from 'kafkajs';
import { DiglotError } from '@diglot/domain';
import type { OutgoingRecord, PartitionReply, RelaySender, Sending } from '../relay/relay-sender.port.ts';
import { SHORT_RETRY } from './create-client.ts';
import { classifyKafka, isFenced } from './kafka-errors.ts';
import { toMessage } from './kafka-record.ts';

/**
 * A transaction that follows another one at once is told to wait; kafkajs would wait for 300 ms each time. Two seconds in
 * all, as elsewhere.
 */
const TRANSACTION_RETRY = { ...SHORT_RETRY, initialRetryTime: 10, retries: 8 };
/** A dead leader's open transaction hides what stands behind it; its successor ends it, or this does. */
const TRANSACTION_MILLISECONDS = 30_000;

type Send = Pick<Producer, 'send'>['send'];
/** What kafkajs's partitioner wants to know of each partition. */
type PartitionMetadata = Parameters<ReturnType<typeof Partitioners.DefaultPartitioner>>[0]['partitionMetadata'];

/** Sends one topic with an idempotent producer; with a `transactionalId` in transactions that fence older producers. */
export class KafkaSender implements RelaySender {
  readonly #topic: string;
  readonly #producer: Producer;
  readonly #partitionMetadata: PartitionMetadata;
  readonly #transactional: boolean;
  readonly #choose = Partitioners.DefaultPartitioner();

  private constructor(topic: string, producer: Producer, metadata: PartitionMetadata, transactional: boolean) {
    this.#topic = topic;
    this.#producer = producer;
    this.#partitionMetadata = metadata;
    this.#transactional = transactional;
  }

  /** @throws DiglotError `DIGLOT_TOPIC_MISSING` among others: see {@link classifyKafka} */
  static async open(kafka: Kafka, topic: string, transactionalId: string | null): Promise<KafkaSender> {
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      ...(transactionalId === null
        ? { retry: SHORT_RETRY }
        : { retry: TRANSACTION_RETRY, transactionalId, transactionTimeout: TRANSACTION_MILLISECONDS }),
    });
    try {
      const metadata = await readPartitions(kafka, topic);
      await producer.connect();
      return new KafkaSender(topic, producer, metadata, transactionalId !== null);
    } catch (thrown) {
      await producer.disconnect().catch(() => {});
      throw classifyKafka(thrown, `connecting to send to ${topic}`);
    }
  }

  partitionOf(record: OutgoingRecord): number {
    const { key } = toMessage(record);
    return this.#choose({
      topic: this.#topic,
      partitionMetadata: this.#partitionMetadata,
      message: { key, value: null },
    });
  }

  async begin(): Promise<Sending> {
    if (!this.#transactional) {
      const send: Send = (records) => this.#producer.send(records);
      return { send: this.#sendWith(send), commit: async () => {}, abort: async () => {} };
    }
    const transaction = await this.#ask('beginning a transaction', () => this.#producer.transaction());
    return {
      send: this.#sendWith((records) => transaction.send(records)),
      commit: () => this.#ask('committing', () => transaction.commit()),
      abort: async () => {
        await transaction.abort().catch(() => {});
      },
    };
  }

  async close(): Promise<void> {
    await this.#producer.disconnect().catch(() => {});
  }

  #sendWith(send: Send): Sending['send'] {
    return async (partition, records) => {
      const messages: Message[] = records.map((record) => ({ ...toMessage(record), partition }));
      const replies = await this.#ask('sending', () => send({ topic: this.#topic, acks: -1, messages }));
      return replies.map(toReply);
    };
  }

  async #ask<T>(doing: string, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (thrown) {
      if (isFenced(thrown)) {
        throw new DiglotError('DIGLOT_LEASE_LOST', `another relay of ${this.#topic} has begun`, { cause: thrown });
      }
      throw classifyKafka(thrown, `${doing} to ${this.#topic}`);
    }
  }
}

function toReply({ partition, errorCode }: RecordMetadata): PartitionReply {
  return { partition, errorCode };
}

async function readPartitions(kafka: Kafka, topic: string): Promise<PartitionMetadata> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics[0]?.partitions ?? [];
  } finally {
    await admin.disconnect();
  }
}
