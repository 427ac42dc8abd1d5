import type { Database } from '@diglot/platform';

/** A receipt that is done and was noted of nobody means that the audit is blind, which must not pass for "never twice". */
const NOT_ONCE = `
  SELECT (
    SELECT count(*) FROM (SELECT FROM chaos.settlements GROUP BY consumer, event_id HAVING count(*) > 1) AS twice
  ) + (
    SELECT count(*) FROM pipeline.inbox_view AS inbox WHERE status = 'done' AND NOT EXISTS (
      SELECT FROM chaos.settlements AS noted WHERE noted.consumer = inbox.consumer AND noted.event_id = inbox.event_id)
  ) AS count`;

/** Events that were moved to `done` by more than one transaction (I3), or by none that the audit saw. */
export async function notSettledOnce(database: Database): Promise<number> {
  const [row] = await database.rows<{ count: string }>(NOT_ONCE);
  if (!row) throw new Error('a count has one row');
  return Number(row.count);
}
