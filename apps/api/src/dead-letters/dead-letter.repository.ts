import { Injectable } from '@nestjs/common';
import { Database } from '@diglot/platform';
import { holdsText } from '../retries/holds-text.ts';

export interface DeadLetterListing {
  readonly code: string | null;
  readonly consumer: string | null;
  /** Part of the key or of the message. */
  readonly text: string | null;
  /** The last one of the page before: when it died, consumer, event. */
  readonly after: readonly [string, string, string] | null;
  readonly rows: number;
}

export interface DeadLetterRow {
  readonly consumer: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
  readonly redrives: number;
  readonly firstSeen: Date;
  readonly updatedAt: Date;
  /** `updatedAt` to the microsecond. */
  readonly place: string;
}

export interface DeadLetterGroup {
  readonly code: string;
  readonly consumer: string;
  readonly count: number;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
}

const LIST = `
  SELECT consumer, event_id AS "eventId", topic, key, coalesce(error_code, 'DIGLOT_BUG') AS code,
    coalesce(error_detail, '') AS message, attempt AS attempts, redrives, first_seen AS "firstSeen",
    updated_at AS "updatedAt", to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place
  FROM pipeline.inbox_view
  WHERE status = 'dead' AND ($1::text IS NULL OR error_code = $1) AND ($2::text IS NULL OR consumer = $2)
    AND ${holdsText('$6')}
    AND ($3::text IS NULL OR (updated_at, consumer, event_id) < ($3::timestamptz, $4, $5::uuid))
  ORDER BY updated_at DESC, consumer DESC, event_id DESC
  LIMIT $7`;

const GROUPS = `
  SELECT coalesce(error_code, 'DIGLOT_BUG') AS code, consumer, count(*)::int AS count,
    min(first_seen) AS "firstSeen", max(updated_at) AS "lastSeen"
  FROM pipeline.inbox_view
  WHERE status = 'dead'
    AND ${holdsText('$1')}
  GROUP BY 1, consumer ORDER BY count DESC, code, consumer`;

/** Events that cannot be processed. */
@Injectable()
export class DeadLetterRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list({ code, consumer, text, after, rows }: DeadLetterListing): Promise<DeadLetterRow[]> {
    return this.#database.rows<DeadLetterRow>(LIST, [code, consumer, ...(after ?? [null, null, null]), text, rows]);
  }

  /** @param text part of the key or of the message; null: all */
  async groups(text: string | null): Promise<DeadLetterGroup[]> {
    return this.#database.rows<DeadLetterGroup>(GROUPS, [text]);
  }
}
