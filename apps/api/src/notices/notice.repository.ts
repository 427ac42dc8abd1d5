import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@diglot/domain';
import { Database, type Sql } from '@diglot/platform';
import { LEFT_SOURCES } from '../sources/left-sources.ts';

export interface NoticeRow {
  readonly source: string;
  readonly kind: NoticeKind;
  readonly about: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly retracted: boolean;
  readonly figures: Readonly<Record<string, number>>;
  readonly details: readonly string[];
  readonly revision: number;
  readonly eventId: string;
  readonly noticedAt: Date;
  /** `noticedAt` to the microsecond. */
  readonly place: string;
}

export interface NoticeListing {
  readonly source: string | null;
  readonly kind: NoticeKind | null;
  /** What was retracted, and what is about sources that are configured no more, too. */
  readonly all: boolean;
  /** The last one of the page before: when it was noticed, and its event. */
  readonly after: readonly [string, string] | null;
  readonly rows: number;
}

export interface NoticeCount {
  readonly kind: NoticeKind;
  readonly count: number;
}

const LIST = `
  SELECT source, kind, about, since::text AS since, until::text AS until, retracted, figures, details, revision,
    event_id AS "eventId", noticed_at AS "noticedAt",
    to_char(noticed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place
  FROM parser.notice_view
  WHERE ($1::text IS NULL OR source = $1) AND ($2::text IS NULL OR kind = $2) AND ($3 OR NOT retracted AND source NOT IN (${LEFT_SOURCES}))
    AND ($4::text IS NULL OR (noticed_at, event_id) < ($4::timestamptz, $5::uuid))
  ORDER BY noticed_at DESC, event_id DESC
  LIMIT $6`;

const COUNTS = `
  SELECT kind, count(*)::int AS count FROM parser.notice_view
  WHERE NOT retracted AND source NOT IN (${LEFT_SOURCES})
  GROUP BY kind ORDER BY count DESC, kind`;

/** What the parser noticed about sources. */
@Injectable()
export class NoticeRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param sql where it is to be read: a transaction, for figures of one moment */
  async list({ source, kind, all, after, rows }: NoticeListing, sql: Sql = this.#database): Promise<NoticeRow[]> {
    const [noticedAt = null, eventId = null] = after ?? [];
    return sql.rows<NoticeRow>(LIST, [source, kind, all, noticedAt, eventId, rows]);
  }

  /** How many hold, by kind. */
  async counts(sql: Sql = this.#database): Promise<NoticeCount[]> {
    return sql.rows<NoticeCount>(COUNTS);
  }
}
