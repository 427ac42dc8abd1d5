import { classify } from '@diglot/domain';
import type { Database, Logger } from '@diglot/platform';
import type { LogRecord, Reader, RecordBatch, Subscription } from './bus.port.ts';
import { moveCursor, openCursor } from './cursor.statements.ts';
import { formatPosition, parsePosition, type OutboxPosition } from './outbox-position.ts';
import type { PointerLoader } from './pointer-loader.ts';
import { readOutbox, type OutboxRow } from './read-outbox.statement.ts';
import { Wakeable } from './wakeable.ts';

export interface OutboxReaderOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly reader: Reader;
  readonly deliver: (batch: RecordBatch) => Promise<void>;
  /** For a topic of pointers. */
  readonly load: PointerLoader | null;
  readonly pollMilliseconds: number;
  readonly onFatal: (error: Error) => void;
}

/** How long to wait before a batch that could not be delivered is delivered again. */
const UNAVAILABLE_MILLISECONDS = 1000;

/** One reader of the outbox: its own place, its own pace. */
export class OutboxReader implements Subscription {
  readonly reader: Reader;
  readonly #options: OutboxReaderOptions;
  readonly #wakeable = new Wakeable();
  #position: OutboxPosition | null = null;
  #first = true;
  #paused = false;
  #stopped = false;
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
    return this.#position !== null && !this.#paused && !this.#stopped;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        const delivered = !this.#paused && (await this.#step());
        if (!delivered) await this.#wakeable.wait(this.#options.pollMilliseconds);
      } catch (thrown) {
        await this.#recover(thrown);
      }
    }
  }

  /** @returns false when there is nothing to read */
  async #step(): Promise<boolean> {
    const { database, deliver, load } = this.#options;
    const { consumer, topic } = this.reader;
    const position = (this.#position ??= await openCursor(database, consumer, topic));
    const rows = await readOutbox(database, topic, position, this.reader);
    if (rows.length === 0) return false;
    const records = load ? await loadPointers(topic, rows, load) : rows.map((row) => toRecord(topic, row));
    await deliver(this.#batch(records));
    this.#first = false;
    return true;
  }

  #batch(records: readonly LogRecord[]): RecordBatch {
    const { consumer, topic } = this.reader;
    return {
      records,
      first: this.#first,
      heartbeat: async () => {},
      moveWithin: (tx, record) => moveCursor(tx, consumer, topic, parsePosition(record.offset)),
      moveAfter: async (record) => {
        this.#position = parsePosition(record.offset);
      },
    };
  }

  async #recover(thrown: unknown): Promise<void> {
    const { logger, onFatal } = this.#options;
    const error = classify(thrown);
    if (error.class === 'Fatal') {
      this.#stopped = true;
      onFatal(error);
      return;
    }
    logger.warn({ code: error.code, reader: this.reader.consumer, err: thrown }, 'reading the log waits');
    if (!this.#stopped) await this.#wakeable.wait(UNAVAILABLE_MILLISECONDS);
  }
}

function toRecord(topic: string, row: OutboxRow): LogRecord {
  const { key, headers, payload, timestamp } = row;
  return { topic, partition: 0, offset: formatPosition(row.position), key, headers, value: payload, timestamp };
}

/** Pointers become the current states of their keys, each once, at the place of the key's last pointer. */
async function loadPointers(topic: string, rows: readonly OutboxRow[], load: PointerLoader): Promise<LogRecord[]> {
  const last = new Map(rows.map((row) => [row.key, row]));
  const states = await load([...last.keys()]);
  return rows
    .filter((row) => last.get(row.key) === row)
    .flatMap((row) => {
      const state = states.get(row.key);
      return state ? [{ ...toRecord(topic, row), headers: state.headers, value: state.value }] : [];
    });
}
