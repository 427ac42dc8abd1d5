import { setTimeout } from 'node:timers/promises';
import type { Database } from '@diglot/platform';

const LOOK_MILLISECONDS = 100;

/** How much has to be in a table before it is done: its last revisions, not just a row for each paper. */
export interface Totals {
  readonly papers: number;
  readonly revisions: number;
}

/** A table of {@link StateRow}s; the same for everybody who is measured. */
export async function createTable(database: Database, table: string): Promise<void> {
  await database.run(`CREATE TABLE ${table} (id text PRIMARY KEY, revision int, state json, newest date)`);
}

/** What is in a table or view with a column `revision`. */
export async function totalsOf(database: Database, table: string): Promise<Totals> {
  const [row] = await database.rows<Totals>(
    `SELECT count(*)::int AS papers, coalesce(sum(revision), 0)::int AS revisions FROM ${table}`,
  );
  return row ?? { papers: 0, revisions: 0 };
}

/**
 * Waits until a table holds as much.
 * @param check asked at each look; what it throws ends the wait
 */
export async function untilFilled(
  database: Database,
  table: string,
  wanted: Totals,
  check: () => Promise<void> | void = () => undefined,
): Promise<void> {
  for (;;) {
    const { papers, revisions } = await totalsOf(database, table);
    if (papers === wanted.papers && revisions === wanted.revisions) return;
    await check();
    await setTimeout(LOOK_MILLISECONDS);
  }
}

/**
 * Whoever is compared must have done the same work.
 * @throws Error if a row is missing in one of two tables, or differs
 */
export async function assertSameRows(database: Database, one: string, other: string): Promise<void> {
  const [row] = await database.rows<{ different: number }>(`
    SELECT count(*)::int AS different
    FROM (SELECT id, revision, state::text AS state, newest, true AS is_there FROM ${one}) AS one
    FULL JOIN (SELECT id, revision, state::text AS state, newest, true AS is_there FROM ${other}) AS other USING (id)
    WHERE (one.is_there, one.revision, one.state, one.newest)
      IS DISTINCT FROM (other.is_there, other.revision, other.state, other.newest)`);
  if (row?.different !== 0) throw new Error(`${row?.different ?? 'some'} rows of ${one} and ${other} differ`);
}
