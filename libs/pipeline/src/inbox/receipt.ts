import type { Headers } from '@diglot/contracts';

export const RECEIPT_STATUSES = ['done', 'retrying', 'dead'] as const;
export type ReceiptStatus = (typeof RECEIPT_STATUSES)[number];

/** A row of the inbox: receipt, retry ledger and dead letter at once. */
export interface Receipt {
  readonly consumer: string;
  readonly eventId: string;
  readonly status: ReceiptStatus;
  /** Attempts begun. */
  readonly attempt: number;
  readonly redrives: number;
  readonly epoch: number;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly headers: Headers;
  /** null once it is done, and for a tombstone. */
  readonly payload: Uint8Array | null;
  readonly firstSeen: Date;
}

/** The columns of a {@link Receipt}, for SELECT and RETURNING. */
export const RECEIPT_COLUMNS = `
  consumer, event_id AS "eventId", status, attempt, redrives, epoch, topic, partition, "offset", key, headers, payload,
  first_seen AS "firstSeen"`;
