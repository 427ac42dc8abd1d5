import type { Sql } from '@diglot/platform';

const LIST = `SELECT name FROM watcher.sources WHERE kind = 'uploads' ORDER BY name`;

/** The sources that are given to us. */
export async function uploadSources(sql: Sql): Promise<string[]> {
  const rows = await sql.rows<{ name: string }>(LIST);
  return rows.map(({ name }) => name);
}
