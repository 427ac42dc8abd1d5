import type { Sql } from '@diglot/platform';

const OLDEST = `
  SELECT coalesce(max(extract(epoch FROM now() - xact_start)), 0)::float8 AS seconds
  FROM pg_stat_activity WHERE backend_xmin IS NOT NULL AND pid <> pg_backend_pid()`;

/** Age of the oldest open transaction in seconds: readers of the outbox wait for it (docs/protocol.md, "The outbox is a log"). */
export async function oldestTransaction(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ seconds: number }>(OLDEST);
  return row?.seconds ?? 0;
}
