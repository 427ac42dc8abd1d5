import type { Headers } from '@diglot/contracts';

/** What a relay sends. */
export interface OutgoingRecord {
  readonly key: string;
  readonly headers: Headers;
  /** null: a tombstone. */
  readonly value: Uint8Array | null;
}

/** What the log answers about one partition; 0 is success. */
export interface PartitionReply {
  readonly partition: number;
  readonly errorCode: number;
}

/** One batch on its way; in a topic of pointers, one transaction. */
export interface Sending {
  /** Sends to one partition. A resolved promise proves nothing: the reply does. */
  send(partition: number, records: readonly OutgoingRecord[]): Promise<readonly PartitionReply[]>;
  /** Makes what was sent visible, where that takes a transaction. */
  commit(): Promise<void>;
  /** Takes it back, where that takes a transaction; best effort. */
  abort(): Promise<void>;
}

/**
 * Sends for one term of a leader. After an error it is closed and never used again: what an idempotent producer sent and
 * heard no answer for must not meet another content under the same sequence numbers.
 */
export interface RelaySender {
  partitionOf(record: OutgoingRecord): number;
  /** @throws DiglotError `DIGLOT_LEASE_LOST` (here and in {@link Sending}) when another leader has begun its term */
  begin(): Promise<Sending>;
  close(): Promise<void>;
}
