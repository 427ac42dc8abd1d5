import type { Database } from '@diglot/platform';

/** A placement that the parser is done with, for better or worse. */
export interface SettledDigest {
  readonly source: string;
  readonly path: string;
  readonly revision: number;
  /** What the file turned out to be; null for a deleted one or a dead letter. */
  readonly kind: string | null;
  readonly entries: number;
  readonly diagnostics: number;
  /** Why it is a dead letter; null when it is none. */
  readonly error: string | null;
  readonly at: Date;
}

/** A dead letter's key is `source` and `path` with a line feed between (`placementSubject`). */
const SETTLED = `
  SELECT source, path, revision, kind, entries, parsed_at AS at, NULL AS error,
    (SELECT count(*)::int FROM parser.diagnostic_view AS d WHERE d.source = p.source AND d.path = p.path) AS diagnostics
  FROM parser.placement_view AS p WHERE parsed_at > $1
  UNION ALL
  SELECT split_part(key, E'\\n', 1), split_part(key, E'\\n', 2), 0, NULL, 0, updated_at, error_detail, 0
  FROM pipeline.inbox_view WHERE status = 'dead' AND consumer = $2 AND updated_at > $1
  ORDER BY at`;

/** What was settled after a moment. */
export async function settledDigests(database: Database, consumer: string, after: Date): Promise<SettledDigest[]> {
  return database.rows<SettledDigest>(SETTLED, [after, consumer]);
}
