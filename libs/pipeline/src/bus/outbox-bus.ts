import type { Database, Logger } from '@diglot/platform';
import type { Bus, Reader, RecordBatch, Subscription } from './bus.port.ts';
import { cursorLag } from './cursor-lag.statement.ts';
import { OutboxReader } from './outbox-reader.ts';
import type { PointerLoader } from './pointer-loader.ts';
import { rewindCursor } from './rewind-cursor.statement.ts';

export interface OutboxBusOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly pollMilliseconds: number;
  /** See `OutboxReaderOptions`. */
  readonly hangMilliseconds?: number;
  /** Loaders of the topics whose rows are pointers. */
  readonly pointerLoaders: ReadonlyMap<string, PointerLoader>;
  readonly onFatal: (error: Error) => void;
}

/** The embedded log: the outbox itself, each consumer reading it at its own cursor. */
export class OutboxBus implements Bus {
  readonly #options: OutboxBusOptions;
  readonly #readers: OutboxReader[] = [];

  constructor(options: OutboxBusOptions) {
    this.#options = options;
  }

  async subscribe(reader: Reader, deliver: (batch: RecordBatch) => Promise<void>): Promise<Subscription> {
    const load = this.#options.pointerLoaders.get(reader.topic) ?? null;
    const subscription = new OutboxReader({ ...this.#options, reader, deliver, load });
    this.#readers.push(subscription);
    subscription.start();
    return subscription;
  }

  wake(topics: Iterable<string>): void {
    const woken = new Set(topics);
    for (const reader of this.#readers) if (woken.has(reader.reader.topic)) reader.wake();
  }

  async rewind({ consumer, topic }: Pick<Reader, 'consumer' | 'topic'>): Promise<void> {
    await rewindCursor(this.#options.database, consumer, topic);
  }

  async lag({ consumer, topic }: Pick<Reader, 'consumer' | 'topic'>): Promise<number> {
    return cursorLag(this.#options.database, consumer, topic);
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map((reader) => reader.stop()));
  }
}
