import type { Database } from '@diglot/platform';
import { onlyRow } from '../statements/only-row.ts';

const COUNT = `
  SELECT ceil(pg_relation_size($1::regclass) / current_setting('block_size')::numeric)::int AS pages`;

/** How many pages a table has. */
export async function countPages(database: Database, table: string): Promise<number> {
  return onlyRow(await database.rows<{ pages: number }>(COUNT, [table])).pages;
}
