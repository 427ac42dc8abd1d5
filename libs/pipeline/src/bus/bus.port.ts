import type { Headers } from '@diglot/contracts';
import type { Transaction } from '@diglot/platform';

/** One record of the log, in Kafka's terms; the embedded log is a topic of one partition. */
export interface LogRecord {
  readonly topic: string;
  readonly partition: number;
  /** Where it stands, as text that only its bus reads. */
  readonly offset: string;
  readonly key: string;
  readonly headers: Headers;
  /** null: a tombstone. */
  readonly value: Uint8Array | null;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

/** Some records of one partition, in the order of the log. */
export interface RecordBatch {
  readonly records: readonly LogRecord[];
  /** Whether it is the first one after a start or an assignment: it may hold what killed the process before. */
  readonly first: boolean;
  /** Says that the reader is alive; to be called between records. */
  heartbeat(): Promise<void>;
  /** Moves the reader's place in the caller's transaction, where the log is a table; elsewhere it does nothing. */
  moveWithin(tx: Transaction, record: LogRecord): Promise<void>;
  /** Moves the reader's place after that transaction has committed. Only forward. */
  moveAfter(record: LogRecord): Promise<void>;
}

/** Who reads what, and how much at once. */
export interface Reader {
  /** The consumer group. */
  readonly consumer: string;
  readonly topic: string;
  /** At most so many records in a batch. */
  readonly events: number;
  /** A batch ends with the record that reaches this size, in bytes. */
  readonly bytes: number;
  /** How many events are prepared at the same time; one unless the work of a preparation is done elsewhere. */
  readonly preparedAtOnce?: number;
}

/** A running reader. */
export interface Subscription {
  readonly reader: Reader;
  /** No batch is delivered until {@link Subscription.resume}. */
  pause(): void;
  resume(): void;
  /** Whether the reader has its place in the log and reads. */
  isLive(): boolean;
  /** False when it should run and has given no sign for so long that only a restart of the process helps: for `/livez`. */
  isAlive(): boolean;
  /** Code of the error that it waits out; null when there is none. */
  waitsFor(): string | null;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
}

/**
 * The log. `deliver` takes a batch and returns once all of it has been acknowledged by `moveAfter`; what it throws is an
 * `Unavailable` or `Fatal` error: the same batch is delivered again after a while.
 */
export interface Bus {
  subscribe(reader: Reader, deliver: (batch: RecordBatch) => Promise<void>): Promise<Subscription>;
  /** Says that something was committed on these topics, so that nobody waits for the next poll. */
  wake(topics: Iterable<string>): void;
  /** Puts a stopped reader's place back to the beginning of the log. */
  rewind(reader: Pick<Reader, 'consumer' | 'topic'>): Promise<void>;
  /** Records behind the reader's place. */
  lag(reader: Pick<Reader, 'consumer' | 'topic'>): Promise<number>;
  close(): Promise<void>;
}
