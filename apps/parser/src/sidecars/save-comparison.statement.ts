import type { Sql } from '@diglot/platform';
import { COMPARISON_VERSION, type SidecarComparison } from './compare-sidecar.ts';
import type { Pair } from './load-comparisons.statement.ts';

const SAVE = `
  INSERT INTO parser.sidecar_comparisons (sidecar, digest, version, comparison)
  VALUES (decode($1, 'hex'), decode($2, 'hex'), $3, $4)
  ON CONFLICT (sidecar, digest) DO UPDATE SET version = excluded.version, comparison = excluded.comparison`;

/** Keeps what a pair comes to; it follows from the two contents, so it holds for ever and for all sources. */
export async function saveComparison(
  sql: Sql,
  { sidecar, digest }: Pair,
  comparison: SidecarComparison,
): Promise<void> {
  await sql.run(SAVE, [sidecar, digest ?? '', COMPARISON_VERSION, JSON.stringify(comparison)]);
}
