import type { Sql } from '@diglot/platform';

/**
 * Sources that changed since they were looked at and have rested for a while, and those that were not looked at for long:
 * as the days go by, one may be missing.
 */
const DUE = `
  SELECT current.source FROM (
    SELECT source, sum(revision) AS changes, max(parsed_at) AS parsed_at FROM parser.placements GROUP BY source
  ) AS current
  LEFT JOIN parser.reviews AS review USING (source)
  WHERE review.reviewed_at < now() - make_interval(secs => $2)
    OR ((current.changes, current.parsed_at) IS DISTINCT FROM (review.changes, review.parsed_at)
      AND current.parsed_at < now() - make_interval(secs => $1))
  ORDER BY source`;

/** @returns names of sources to review now */
export async function dueSources(sql: Sql, restSeconds: number, reviewSeconds: number): Promise<string[]> {
  const rows = await sql.rows<{ source: string }>(DUE, [restSeconds, reviewSeconds]);
  return rows.map(({ source }) => source);
}
