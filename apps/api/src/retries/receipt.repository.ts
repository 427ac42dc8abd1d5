import { Injectable } from '@nestjs/common';
import { Database } from '@diglot/platform';
import { holdsText } from './holds-text.ts';

export interface RetryListing {
  readonly code: string | null;
  readonly consumer: string | null;
  /** Part of the key or of the message. */
  readonly text: string | null;
  /** The last one of the page before: when it is due, consumer, event. */
  readonly after: readonly [string, string, string] | null;
  readonly rows: number;
}

export interface RetryRow {
  readonly consumer: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly code: string | null;
  readonly message: string;
  readonly attempt: number;
  readonly redrives: number;
  readonly nextAt: Date | null;
  readonly firstSeen: Date;
  readonly updatedAt: Date;
  /** `nextAt` to the microsecond. */
  readonly place: string;
}

export interface RetryGroup {
  readonly code: string | null;
  readonly consumer: string;
  readonly count: number;
  readonly nextAt: Date | null;
}

export interface ReceiptRow extends Omit<RetryRow, 'place' | 'message'> {
  readonly status: 'done' | 'retrying' | 'dead';
  readonly message: string | null;
  readonly partition: number;
  readonly offset: string;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly payload: Buffer | null;
  /** Bytes. */
  readonly size: number | null;
}

const COLUMNS = `
  consumer, event_id AS "eventId", topic, key, error_code AS code, attempt, redrives, next_at AS "nextAt",
  first_seen AS "firstSeen", updated_at AS "updatedAt"`;

const LIST = `
  SELECT ${COLUMNS}, coalesce(error_detail, '') AS message,
    coalesce(to_char(next_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '-infinity') AS place
  FROM pipeline.inbox_view
  WHERE status = 'retrying' AND ($1::text IS NULL OR error_code = $1) AND ($2::text IS NULL OR consumer = $2)
    AND ${holdsText('$3')}
    AND ($4::text IS NULL OR (coalesce(next_at, '-infinity'), consumer, event_id) > ($4::timestamptz, $5, $6::uuid))
  ORDER BY coalesce(next_at, '-infinity'), consumer, event_id
  LIMIT $7`;

const GROUPS = `
  SELECT error_code AS code, consumer, count(*)::int AS count, min(next_at) AS "nextAt"
  FROM pipeline.inbox_view
  WHERE status = 'retrying'
    AND ${holdsText('$1')}
  GROUP BY 1, 2 ORDER BY count DESC, code, consumer`;

/** The announcement holds the bytes for as long as the log does, the receipt until it is settled. */
const RECEIPT = `
  SELECT ${COLUMNS}, status, error_detail AS message, partition, "offset",
    coalesce(receipt.headers, announced.headers) AS headers,
    substring(coalesce(receipt.payload, announced.payload) FOR $3) AS payload,
    octet_length(coalesce(receipt.payload, announced.payload)) AS size
  FROM pipeline.inbox_view AS receipt
  LEFT JOIN (SELECT event_id, headers, payload FROM pipeline.outbox_view) AS announced USING (event_id)
  WHERE consumer = $1 AND event_id = $2`;

/** What consumers know of events. */
@Injectable()
export class ReceiptRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async retries({ code, consumer, text, after, rows }: RetryListing): Promise<RetryRow[]> {
    return this.#database.rows<RetryRow>(LIST, [code, consumer, text, ...(after ?? [null, null, null]), rows]);
  }

  /** @param text part of the key or of the message; null: all */
  async groups(text: string | null): Promise<RetryGroup[]> {
    return this.#database.rows<RetryGroup>(GROUPS, [text]);
  }

  /** @param bytes of the payload at most */
  async find(consumer: string, eventId: string, bytes: number): Promise<ReceiptRow | null> {
    const [row] = await this.#database.rows<ReceiptRow>(RECEIPT, [consumer, eventId, bytes]);
    return row ?? null;
  }
}
