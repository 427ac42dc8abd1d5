import { setTimeout } from 'node:timers/promises';
import { classify } from '@diglot/domain';
import type { Database, Logger } from '@diglot/platform';
import { adoptLog } from './adopt-log.statement.ts';
import type { LogRecord, Reader, RecordBatch, Subscription } from './bus.port.ts';
import { Deliveries, type DeliveryInHand } from './deliveries.ts';
import { forgetOtherProfile } from './forget-other-profile.statement.ts';
import { loadPointers } from './load-pointers.ts';
import { moveCursor } from './move-cursor.statement.ts';
import { openCursor } from './open-cursor.statement.ts';
import { isAfter, parsePosition, type OutboxPosition } from './outbox-position.ts';
import { toLogRecord } from './outbox-record.ts';
import type { PointerLoader } from './pointer-loader.ts';
import { readOutbox } from './read-outbox.statement.ts';
import { Wakeable } from './wakeable.ts';

export interface OutboxReaderOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly reader: Reader;
  readonly deliver: (batch: RecordBatch) => Promise<void>;
  /** For a topic of pointers. */
  readonly load: PointerLoader | null;
  readonly pollMilliseconds: number;
  /** A batch that has given no sign for so long hangs; three minutes by default. */
  readonly hangMilliseconds?: number;
  readonly onFatal: (error: Error) => void;
}

/** How long to wait before a batch that could not be delivered is delivered again. */
const UNAVAILABLE_MILLISECONDS = 1000;
/** Statements and transactions are ended long before. */
const HANG_MILLISECONDS = 180_000;

/** One reader of the outbox: its own place, its own pace. */
export class OutboxReader implements Subscription {
  readonly reader: Reader;
  readonly #options: OutboxReaderOptions;
  readonly #wakeable = new Wakeable();
  readonly #stop = new AbortController();
  readonly #deliveries = new Deliveries();
  #position: OutboxPosition | null = null;
  #first = true;
  #paused = false;
  /** Code of the error that it waits out. */
  #waitsFor: string | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(options: OutboxReaderOptions) {
    this.#options = options;
    this.reader = options.reader;
  }

  start(): void {
    this.#running = this.#run();
  }

  wake(): void {
    this.#wakeable.wake();
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.wake();
  }

  isLive(): boolean {
    return this.#position !== null && !this.#paused && this.#waitsFor === null && !this.#stop.signal.aborted;
  }

  isAlive(): boolean {
    const { hangMilliseconds = HANG_MILLISECONDS } = this.#options;
    return this.#stop.signal.aborted || this.#deliveries.silence() < hangMilliseconds;
  }

  waitsFor(): string | null {
    return this.#waitsFor;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        const delivered = !this.#paused && (await this.#step());
        if (!delivered) await this.#wakeable.wait(this.#options.pollMilliseconds);
      } catch (thrown) {
        await this.#recover(thrown);
      }
    }
  }

  /** @returns false when there is nothing to deliver */
  async #step(): Promise<boolean> {
    const { database, deliver, load } = this.#options;
    const { topic } = this.reader;
    this.#position ??= await this.#open();
    const rows = await readOutbox(database, topic, this.#position, this.reader);
    const records = rows.map((row) => toLogRecord(topic, row));
    // It may have been paused while it looked.
    const delivers = rows.length > 0 && !this.#paused;
    if (delivers) {
      const delivery = this.#deliveries.begin();
      try {
        await deliver(this.#batch(load ? await loadPointers(records, load) : records, delivery));
      } finally {
        delivery.end();
      }
    }
    if (this.#waitsFor !== null) this.#options.logger.info({ reader: this.reader.consumer }, 'reading the log goes on');
    this.#waitsFor = null;
    if (delivers) this.#first = false;
    return delivers;
  }

  async #open(): Promise<OutboxPosition> {
    const { database, logger } = this.#options;
    const { consumer, topic } = this.reader;
    const renewed = await adoptLog(database, topic);
    if (renewed > 0) logger.warn({ topic, readers: renewed }, 'the log comes from another cluster: it is read again');
    await forgetOtherProfile(database, topic, 'readers');
    return openCursor(database, consumer, topic);
  }

  #batch(records: readonly LogRecord[], delivery: DeliveryInHand): RecordBatch {
    const { consumer, topic } = this.reader;
    return {
      records,
      first: this.#first,
      heartbeat: async () => delivery.sign(),
      moveWithin: (tx, record) => moveCursor(tx, consumer, topic, parsePosition(record.offset)),
      moveAfter: async (record) => {
        const position = parsePosition(record.offset);
        if (!this.#position || isAfter(position, this.#position)) this.#position = position;
      },
    };
  }

  async #recover(thrown: unknown): Promise<void> {
    const { logger, onFatal } = this.#options;
    const error = classify(thrown);
    if (error.class === 'Fatal') {
      this.#stop.abort();
      onFatal(error);
      return;
    }
    // Once is enough: it may stay so for hours.
    const level = this.#waitsFor === error.code ? 'debug' : 'warn';
    this.#waitsFor = error.code;
    logger[level]({ code: error.code, reader: this.reader.consumer, err: thrown }, 'reading the log waits');
    await setTimeout(UNAVAILABLE_MILLISECONDS, undefined, { signal: this.#stop.signal }).catch(() => {});
  }
}
