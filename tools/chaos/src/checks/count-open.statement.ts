import type { Database } from '@diglot/platform';

const COUNT = `
  SELECT count(*) FILTER (WHERE status = 'retrying')::int AS retrying, count(*) FILTER (WHERE status = 'dead')::int AS dead
  FROM pipeline.inbox_view WHERE status <> 'done'`;

/** Receipts that are not done. */
export async function countOpen(database: Database): Promise<{ readonly retrying: number; readonly dead: number }> {
  const [counts] = await database.rows<{ retrying: number; dead: number }>(COUNT);
  return counts ?? { retrying: 0, dead: 0 };
}
