import { Injectable } from '@nestjs/common';
import { Database } from '@diglot/platform';
import type { RevisedSubject } from './trace-candidates.ts';

export interface AnnouncedRow {
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly announcedAt: Date;
  readonly payload: Buffer | null;
  readonly size: number | null;
}

export interface ReceiptRow {
  readonly eventId: string;
  readonly consumer: string;
  readonly topic: string;
  readonly key: string;
  readonly status: 'done' | 'retrying' | 'dead';
  readonly attempts: number;
  readonly redrives: number;
  readonly firstSeen: Date;
  readonly nextAt: Date | null;
  readonly updatedAt: Date;
  readonly code: string | null;
  readonly message: string | null;
  readonly partition: number;
  readonly offset: string;
  readonly serviceVersion: string | null;
}

/** The state of a paper that holds now: the only one that is kept. */
export interface HeldState {
  readonly arxivId: string;
  readonly revision: number;
  readonly payload: Buffer;
  readonly size: number;
}

/** Subjects are named as `placementSubject` and `entrySubject` of the domain name them. */
const OF_PAPER = `
  WITH entries AS (
    SELECT source, path, source || E'\\n' || path || E'\\n' || arxiv_id || E'\\n' || ordinal AS subject, revision
    FROM parser.entry_view WHERE arxiv_id = $1
  )
  SELECT 'digest.discovered' AS type, source || E'\\n' || path AS subject, placement.revision
  FROM watcher.placement_view AS placement JOIN (SELECT DISTINCT source, path FROM entries) AS printed USING (source, path)
  UNION ALL SELECT 'paper.parsed', subject, revision FROM entries
  UNION ALL SELECT 'paper.translated', subject, revision FROM indexer.member_view WHERE arxiv_id = $1
  UNION ALL SELECT 'paper.state', arxiv_id, revision FROM indexer.revised_view WHERE arxiv_id = $1`;

/** What of a digest can be found by its placements; papers have traces of their own. */
const OF_DIGEST = `
  WITH placements AS (
    SELECT source, path, revision FROM watcher.placement_view WHERE sha256 = $1
  ), entries AS (
    SELECT arxiv_id, source || E'\\n' || path || E'\\n' || arxiv_id || E'\\n' || ordinal AS subject, entry.revision
    FROM parser.entry_view AS entry JOIN placements USING (source, path)
  )
  SELECT 'digest.discovered' AS type, source || E'\\n' || path AS subject, revision FROM placements
  UNION ALL SELECT 'paper.parsed', subject, revision FROM entries
  UNION ALL SELECT 'paper.translated', member.subject, member.revision
    FROM indexer.member_view AS member JOIN entries USING (arxiv_id, subject)`;

const ANNOUNCED = `
  SELECT event_id AS "eventId", topic, key, headers, created_at AS "announcedAt",
    CASE WHEN $2 > 0 THEN substring(payload FOR $2) END AS payload, octet_length(payload) AS size
  FROM pipeline.outbox_view WHERE event_id = ANY($1::uuid[])`;

const RECEIPTS = `
  SELECT event_id AS "eventId", consumer, topic, key, status, attempt AS attempts, redrives, first_seen AS "firstSeen",
    CASE WHEN status = 'retrying' THEN next_at END AS "nextAt", updated_at AS "updatedAt", error_code AS code, error_detail AS message, partition, "offset",
    service_version AS "serviceVersion"
  FROM pipeline.inbox_view
  WHERE consumer = ANY($2) AND event_id = ANY($1::uuid[])`;

/** Of this key, and neither settled nor to be found by an id that follows from its subject: dead letters of odd bytes. */
const OPEN = `
  SELECT event_id AS "eventId" FROM pipeline.inbox_view WHERE status <> 'done' AND key = $1 LIMIT $2`;

const HELD = `
  SELECT arxiv_id AS "arxivId", revision, substring(text FOR $2) AS payload, octet_length(text) AS size
  FROM (
    SELECT arxiv_id, revision, convert_to(state::text, 'UTF8') AS text
    FROM indexer.paper_view WHERE arxiv_id = ANY($1::text[])
  ) AS held`;

/** Where events went. */
@Injectable()
export class TraceRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async subjectsOfPaper(arxivId: string): Promise<RevisedSubject[]> {
    return this.#database.rows<RevisedSubject>(OF_PAPER, [arxivId]);
  }

  async subjectsOfDigest(sha256: string): Promise<RevisedSubject[]> {
    return this.#database.rows<RevisedSubject>(OF_DIGEST, [sha256]);
  }

  /** @param bytes of each payload at most; 0: none are wanted */
  async announced(eventIds: readonly string[], bytes: number): Promise<AnnouncedRow[]> {
    return this.#database.rows<AnnouncedRow>(ANNOUNCED, [eventIds, bytes]);
  }

  /** @param bytes of each state at most */
  async heldStates(arxivIds: readonly string[], bytes: number): Promise<HeldState[]> {
    return this.#database.rows<HeldState>(HELD, [arxivIds, bytes]);
  }

  async receipts(eventIds: readonly string[], consumers: readonly string[]): Promise<ReceiptRow[]> {
    return this.#database.rows<ReceiptRow>(RECEIPTS, [eventIds, consumers]);
  }

  async openEvents(key: string, limit: number): Promise<string[]> {
    const rows = await this.#database.rows<{ eventId: string }>(OPEN, [key, limit]);
    return rows.map(({ eventId }) => eventId);
  }
}
