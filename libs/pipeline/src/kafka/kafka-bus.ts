import type { Admin, Kafka } from 'kafkajs';
import { DiglotError } from '@diglot/domain';
import type { Logger } from '@diglot/platform';
import type { Bus, Reader, RecordBatch, Subscription } from '../bus/bus.port.ts';
import { causeOf, classifyKafka } from './kafka-errors.ts';
import { KafkaReader, type KafkaReaderOptions } from './kafka-reader.ts';

export interface KafkaBusOptions extends Omit<KafkaReaderOptions, 'reader' | 'deliver'> {
  readonly kafka: Kafka;
  readonly logger: Logger;
  /** Wakes the relays of this process. */
  readonly onWake: (topics: ReadonlySet<string>) => void;
}

/** Apache Kafka as the log: each reader is a member of its own group. */
export class KafkaBus implements Bus {
  readonly #options: KafkaBusOptions;
  readonly #readers: KafkaReader[] = [];
  #admin: Promise<Admin> | null = null;

  constructor(options: KafkaBusOptions) {
    this.#options = options;
  }

  async subscribe(reader: Reader, deliver: (batch: RecordBatch) => Promise<void>): Promise<Subscription> {
    const subscription = new KafkaReader({ ...this.#options, reader, deliver });
    this.#readers.push(subscription);
    subscription.start();
    return subscription;
  }

  wake(topics: Iterable<string>): void {
    this.#options.onWake(new Set(topics));
  }

  /**
   * Forgets the group, which begins at the beginning then.
   * @throws DiglotError `DIGLOT_REQUEST_INVALID` while a member of it reads
   */
  async rewind({ consumer }: Pick<Reader, 'consumer' | 'topic'>): Promise<void> {
    await this.#ask(`rewinding ${consumer}`, async (admin) => {
      try {
        await admin.deleteGroups([consumer]);
      } catch (thrown) {
        const type = refusalOf(thrown);
        if (type === 'GROUP_ID_NOT_FOUND') return;
        if (type !== 'NON_EMPTY_GROUP') throw thrown;
        throw new DiglotError('DIGLOT_REQUEST_INVALID', `${consumer} is being read; stop its readers first`);
      }
    });
  }

  async lag({ consumer, topic }: Pick<Reader, 'consumer' | 'topic'>): Promise<number> {
    return this.#ask(`asking for the lag of ${consumer}`, async (admin) => {
      const ends = await admin.fetchTopicOffsets(topic);
      const [group] = await admin.fetchOffsets({ groupId: consumer, topics: [topic] });
      const places = new Map(group?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
      const behind = ends.map(({ partition, low, high }) => {
        const place = places.get(partition) ?? -1n;
        return BigInt(high) - (place > BigInt(low) ? place : BigInt(low));
      });
      return Number(behind.reduce((sum, records) => sum + records, 0n));
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.stop()));
    const admin = await this.#admin?.catch(() => null);
    await admin?.disconnect();
    this.#admin = null;
  }

  async #ask<T>(doing: string, ask: (admin: Admin) => Promise<T>): Promise<T> {
    try {
      return await ask(await (this.#admin ??= this.#connect()));
    } catch (thrown) {
      throw classifyKafka(thrown, doing);
    }
  }

  async #connect(): Promise<Admin> {
    const admin = this.#options.kafka.admin();
    try {
      await admin.connect();
      return admin;
    } catch (thrown) {
      this.#admin = null;
      throw thrown;
    }
  }
}

/** kafkajs lists what became of each group in a field of its own. */
function refusalOf(thrown: unknown): string | null {
  const cause = causeOf(thrown);
  const { groups } = cause as { readonly groups?: readonly { readonly error?: { readonly type?: string } }[] };
  return groups?.[0]?.error?.type ?? null;
}
