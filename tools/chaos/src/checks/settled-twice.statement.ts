import type { Database } from '@diglot/platform';

const TWICE = `
  SELECT count(*)::int AS count
  FROM (SELECT FROM chaos.settlements GROUP BY consumer, event_id HAVING count(*) > 1) AS twice`;

/** Events that more than one transaction has moved to `done` (I3), of those that the audit saw. */
export async function settledTwice(database: Database): Promise<number> {
  const [row] = await database.rows<{ count: number }>(TWICE);
  if (!row) throw new Error('a count has one row');
  return row.count;
}
