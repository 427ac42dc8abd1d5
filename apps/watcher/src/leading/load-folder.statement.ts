import type { Sql } from '@diglot/platform';

const LOAD = `SELECT folder FROM watcher.sources WHERE name = $1`;

/** Which folder of a source last held something; null: none yet. */
export async function loadFolder(sql: Sql, source: string): Promise<string | null> {
  const [row] = await sql.rows<{ folder: string | null }>(LOAD, [source]);
  return row?.folder ?? null;
}
