import { Injectable } from '@nestjs/common';
import { Database } from '@diglot/platform';

export interface QualityListing {
  readonly by: 'day' | 'source' | 'origin' | 'all';
  readonly source: string | null;
  readonly origin: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A sum of one measure; see `indexer.trends`. */
export interface MeasureRow {
  readonly key: string | null;
  readonly measure: string;
  readonly count: number;
}

/** The key is one of a few columns of ours, never text of a request. */
const KEYS: Readonly<Record<QualityListing['by'], string>> = {
  day: "CASE WHEN day > '-infinity' THEN day::text END",
  source: 'source',
  origin: 'origin',
  all: 'NULL::text',
};

const FILTER = `
  ($1::text IS NULL OR source = $1) AND ($2::text IS NULL OR origin = $2)
  AND ($3::date IS NULL OR day >= $3) AND ($4::date IS NULL OR day <= $4)`;

/** What is summed up of the texts that digests print. */
@Injectable()
export class QualityRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async sums({ by, source, origin, from, to }: QualityListing): Promise<MeasureRow[]> {
    return this.#database.rows<MeasureRow>(
      `SELECT ${KEYS[by]} AS key, measure, sum(count)::int AS count FROM indexer.trend_view WHERE ${FILTER}
       GROUP BY 1, 2 ORDER BY 1 NULLS FIRST, 2`,
      [source, origin, from, to],
    );
  }

  async names(): Promise<{ origins: string[]; sources: string[] }> {
    const [row] = await this.#database.rows<{ origins: string[] | null; sources: string[] | null }>(
      `SELECT array_agg(DISTINCT origin ORDER BY origin) AS origins,
         array_agg(DISTINCT source ORDER BY source) FILTER (WHERE source <> '') AS sources
       FROM indexer.trend_view`,
    );
    return { origins: row?.origins ?? [], sources: row?.sources ?? [] };
  }
}
