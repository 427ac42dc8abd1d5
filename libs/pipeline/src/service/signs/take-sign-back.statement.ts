import type { Sql } from '@diglot/platform';

/** A process that ended in order is not missed. */
export async function takeSignBack(sql: Sql, id: string): Promise<void> {
  await sql.run('DELETE FROM pipeline.processes WHERE id = $1', [id]);
}
