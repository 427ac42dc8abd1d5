import type { Sql } from '@diglot/platform';

const BEGIN = `UPDATE watcher.sources SET term = term + 1 WHERE name = $1 RETURNING term`;

/** Begins a new term of leading a source; it waits for what the leader of the last one is writing. */
export async function beginTerm(sql: Sql, source: string): Promise<string> {
  const [row] = await sql.rows<{ term: string }>(BEGIN, [source]);
  if (!row) throw new Error(`watcher.sources holds no ${source}`);
  return row.term;
}
