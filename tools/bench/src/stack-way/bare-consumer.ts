import type { Database } from '@diglot/platform';
import { createTable, type Totals, untilFilled } from './final-rows.ts';
import { readStates } from './state-reader.ts';
import type { StateRow } from './state-rows.ts';

/**
 * The yardstick: reads the state topic and upserts its papers, without receipts, checks or search.
 * @param table made here
 * @returns papers/s from its first batch to the last paper
 */
export async function runBare(bootstrap: string, database: Database, table: string, wanted: Totals): Promise<number> {
  await createTable(database, table);
  let begun = 0;
  const close = await readStates(bootstrap, `bench.${table}`, async (rows) => {
    begun ||= performance.now();
    await upsert(database, table, rows);
  });
  try {
    await untilFilled(database, table, wanted);
    return (wanted.papers * 1000) / (performance.now() - begun);
  } finally {
    await close();
  }
}

async function upsert(database: Database, table: string, rows: readonly StateRow[]): Promise<void> {
  await database.run(
    `
    INSERT INTO ${table}
    SELECT DISTINCT ON (id) *
    FROM unnest($1::text[], $2::int[], $3::json[], $4::date[]) AS paper (id, revision, state, newest)
    ORDER BY id, revision DESC
    ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, state = excluded.state, newest = excluded.newest
    WHERE ${table}.revision < excluded.revision`,
    [
      rows.map(({ id }) => id),
      rows.map(({ revision }) => revision),
      rows.map(({ state }) => state),
      rows.map(({ newest }) => newest),
    ],
  );
}
