import { Injectable } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import { Database } from '@diglot/platform';
import { LEFT_SOURCES } from './left-sources.ts';
import type { Settled } from './pace.ts';

export interface SourceRow {
  readonly name: string;
  readonly location: string;
  readonly kind: 'folder' | 'git' | 'uploads';
  readonly configured: boolean;
  readonly digests: number;
  readonly deleted: number;
  readonly entries: number;
  readonly papers: number;
  readonly waiting: number;
  readonly coming: number;
  /** Within the last minute. */
  readonly settled: Settled;
  readonly failed: number;
  readonly problems: number;
  readonly firstDate: string | null;
  readonly newestDate: string | null;
  readonly silences: { feed: string; since: string }[];
  readonly changedAt: Date | null;
  readonly scannedAt: Date | null;
  readonly untaken: number;
  readonly createdAt: Date;
}

/** The parser alone reads discovered digests, so its receipts say how fast they are read. */
const SOURCES = `
  WITH found AS (
    SELECT placement.source, count(*) FILTER (WHERE live)::int AS digests, count(*) FILTER (WHERE NOT live)::int AS deleted,
      count(*) FILTER (WHERE live AND coalesce(parsed.revision, 0) < placement.revision)::int AS unparsed,
      count(*) FILTER (
        WHERE live AND failed.key IS NOT NULL AND coalesce(parsed.revision, 0) < placement.revision
      )::int AS failed,
      coalesce(sum(parsed.entries), 0)::int AS entries, min(date) FILTER (WHERE live) AS first_date,
      max(date) FILTER (WHERE live) AS newest_date, max(changed_at) AS changed_at,
      count(*) FILTER (WHERE live AND changed_at > source.scanned_at)::int AS taken_since
    FROM watcher.placement_view AS placement
    JOIN watcher.source_view AS source ON source.name = placement.source
    LEFT JOIN parser.placement_view AS parsed USING (source, path)
    LEFT JOIN (
      SELECT DISTINCT key FROM pipeline.inbox_view WHERE status = 'dead' AND topic = $1
    ) AS failed ON failed.key = placement.source || E'\\n' || placement.path
    GROUP BY placement.source
  ), papers AS (
    SELECT name AS source, count(*)::int AS papers
    FROM indexer.paper_view CROSS JOIN json_array_elements_text(state -> 'sources') AS name
    GROUP BY name
  ), moved AS (
    SELECT split_part(key, E'\\n', 1) AS source,
      json_build_object('count', count(*), 'seconds', extract(epoch FROM now() - min(updated_at))) AS settled
    FROM pipeline.inbox_view
    WHERE topic = $1 AND status = 'done' AND updated_at > now() - interval '1 minute'
    GROUP BY 1
  ), problems AS (
    SELECT source, count(*)::int AS problems FROM watcher.problem_view GROUP BY source
  ), silent AS (
    SELECT source, json_agg(json_build_object('feed', about, 'since', since) ORDER BY since DESC, about) AS silences
    FROM parser.notice_view
    WHERE kind = 'days-missing' AND NOT retracted AND until IS NULL AND source NOT IN (${LEFT_SOURCES})
    GROUP BY source
  )
  SELECT source.name, source.location, source.kind, source.configured, coalesce(found.digests, 0) AS digests,
    coalesce(found.deleted, 0) AS deleted,
    coalesce(found.entries, 0) AS entries, coalesce(papers.papers, 0) AS papers,
    coalesce(found.unparsed - found.failed, 0) AS waiting,
    greatest(source.untaken - coalesce(found.taken_since, 0), 0) AS coming,
    coalesce(moved.settled, '{"count": 0, "seconds": 0}') AS settled,
    coalesce(found.failed, 0) AS failed,
    coalesce(problems.problems, 0) AS problems, found.first_date::text AS "firstDate",
    found.newest_date::text AS "newestDate", coalesce(silent.silences, '[]') AS silences, found.changed_at AS "changedAt",
    source.scanned_at AS "scannedAt", source.untaken, source.created_at AS "createdAt"
  FROM watcher.source_view AS source
  LEFT JOIN found ON found.source = source.name
  LEFT JOIN papers ON papers.source = source.name
  LEFT JOIN moved ON moved.source = source.name
  LEFT JOIN problems ON problems.source = source.name
  LEFT JOIN silent ON silent.source = source.name
  ORDER BY source.name`;

/** Where digests come from. */
@Injectable()
export class SourceRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<SourceRow[]> {
    return this.#database.rows<SourceRow>(SOURCES, [TOPICS.digestDiscovered]);
  }
}
