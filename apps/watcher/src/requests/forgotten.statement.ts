import type { Transaction } from '@diglot/platform';

const ASKED = `SELECT name FROM watcher.sources WHERE forget_asked_at IS NOT NULL ORDER BY forget_asked_at, name LIMIT 1 FOR UPDATE`;
const LIVE = `SELECT path FROM watcher.placements WHERE source = $1 AND sha256 IS NOT NULL ORDER BY path LIMIT $2`;
const DONE = `
  WITH uploads AS (DELETE FROM watcher.uploads WHERE source = $1),
    problems AS (DELETE FROM watcher.problems WHERE source = $1)
  UPDATE watcher.sources SET forget_asked_at = NULL WHERE name = $1`;

/** The source that has waited the longest to be forgotten; nobody configures it meanwhile. */
export async function nextToForget(tx: Transaction): Promise<string | null> {
  const [row] = await tx.rows<{ name: string }>(ASKED);
  return row?.name ?? null;
}

/** Some of its live placements. */
export async function livePaths(tx: Transaction, source: string, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ path: string }>(LIVE, [source, limit]);
  return rows.map(({ path }) => path);
}

/** Nothing of it is live any more: what waits for it, and its problems, go too. */
export async function endForgetting(tx: Transaction, source: string): Promise<void> {
  await tx.run(DONE, [source]);
}
