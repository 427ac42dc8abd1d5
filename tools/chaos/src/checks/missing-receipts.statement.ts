import type { Database } from '@diglot/platform';

const COUNT = `
  SELECT count(*)::int AS count
  FROM (SELECT DISTINCT consumer FROM pipeline.inbox_view WHERE topic = $1) AS consumers, unnest($2::uuid[]) AS event (id)
  WHERE NOT EXISTS (
    SELECT FROM pipeline.inbox_view AS inbox WHERE inbox.consumer = consumers.consumer AND inbox.event_id = event.id)`;

/** Of the events of a topic, those that one of its consumers has no receipt of; 0 where nobody reads it. */
export async function missingReceipts(database: Database, topic: string, ids: readonly string[]): Promise<number> {
  const [row] = await database.rows<{ count: number }>(COUNT, [topic, ids]);
  return row?.count ?? 0;
}
