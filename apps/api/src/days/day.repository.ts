import { Injectable } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import type { CalendarDate } from '@diglot/domain';
import { Database } from '@diglot/platform';
import { LEFT_SOURCES } from '../sources/left-sources.ts';

export interface DayRow {
  readonly date: string;
  readonly source: string;
  readonly digests: number;
  readonly failed: number;
  readonly waiting: number;
  readonly entries: number;
  readonly papers: number;
  readonly withoutChinese: number;
  readonly issues: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** Working days of which nothing came of a feed, as the parser concluded. */
export interface GapRow {
  readonly source: string;
  /** Empty: the source itself. */
  readonly feed: string;
  readonly since: CalendarDate;
  /** null: nothing comes any more. */
  readonly until: CalendarDate | null;
}

/** Digests of a day are the watcher's, what they hold is the indexer's sum. */
const DAYS = `
  WITH came AS (
    SELECT found.date AS day, found.source, count(*)::int AS digests,
      count(*) FILTER (WHERE coalesce(parsed.revision, 0) < found.revision)::int AS unparsed,
      count(*) FILTER (WHERE failed.key IS NOT NULL AND coalesce(parsed.revision, 0) < found.revision)::int AS failed,
      min(found.changed_at) AS first_at, max(found.changed_at) AS last_at
    FROM watcher.placement_view AS found
    LEFT JOIN parser.placement_view AS parsed USING (source, path)
    LEFT JOIN (
      SELECT DISTINCT key FROM pipeline.inbox_view WHERE status = 'dead' AND topic = $4
    ) AS failed ON failed.key = found.source || E'\\n' || found.path
    WHERE found.live AND found.date IS NOT NULL
    GROUP BY found.date, found.source
  ), summed AS (
    SELECT day, source,
      coalesce(sum(count) FILTER (WHERE measure = 'entries'), 0)::int AS entries,
      coalesce(sum(count) FILTER (WHERE measure = 'papers'), 0)::int AS papers,
      coalesce(sum(count) FILTER (WHERE measure = 'without-chinese'), 0)::int AS without_chinese,
      coalesce(sum(count) FILTER (WHERE starts_with(measure, 'issue:')), 0)::int AS issues
    FROM indexer.trend_view WHERE origin = 'digest' AND day > '-infinity'
    GROUP BY day, source
  )
  SELECT day::text AS date, source, coalesce(digests, 0) AS digests, coalesce(failed, 0) AS failed,
    coalesce(unparsed - failed, 0) AS waiting, coalesce(entries, 0) AS entries, coalesce(papers, 0) AS papers,
    coalesce(without_chinese, 0) AS "withoutChinese", coalesce(issues, 0) AS issues,
    first_at AS "firstAt", last_at AS "lastAt"
  FROM came FULL JOIN summed USING (day, source)
  WHERE ($1::text IS NULL OR source = $1) AND ($2::date IS NULL OR day >= $2) AND ($3::date IS NULL OR day <= $3)
  ORDER BY day DESC, source`;

const GAPS = `
  SELECT source, about AS feed, since::text AS since, until::text AS until
  FROM parser.notice_view
  WHERE kind = 'days-missing' AND since IS NOT NULL AND NOT retracted AND source NOT IN (${LEFT_SOURCES})
    AND ($1::text IS NULL OR source = $1)
    AND ($2::date IS NULL OR until IS NULL OR until >= $2) AND ($3::date IS NULL OR since <= $3)
  ORDER BY source, about, since`;

const DISTINCT_PAPERS = `
  SELECT date::text, count(DISTINCT entry.arxiv_id)::int AS papers
  FROM watcher.placement_view AS placement JOIN parser.entry_view AS entry USING (source, path)
  WHERE placement.live AND NOT entry.retracted AND date = ANY($1::date[])
  GROUP BY date`;

/** What came of each day. */
@Injectable()
export class DayRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(source: string | null, from: string | null, to: string | null): Promise<DayRow[]> {
    return this.#database.rows<DayRow>(DAYS, [source, from, to, TOPICS.digestDiscovered]);
  }

  /** Of sources that are configured, within some days. */
  async gaps(source: string | null, from: string | null, to: string | null): Promise<GapRow[]> {
    return this.#database.rows<GapRow>(GAPS, [source, from, to]);
  }

  /** How many distinct papers each of some days has. */
  async distinctPapers(dates: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (dates.length === 0) return new Map();
    const rows = await this.#database.rows<{ date: string; papers: number }>(DISTINCT_PAPERS, [dates]);
    return new Map(rows.map(({ date, papers }) => [date, papers]));
  }
}
