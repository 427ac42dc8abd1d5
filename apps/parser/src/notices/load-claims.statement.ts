import type { Transaction } from '@diglot/platform';
import type { IndexClaim } from './source-days.ts';

const LOAD = `
  SELECT claim.path, placement.date::text AS date, claim.label, claim.papers
  FROM parser.index_claims AS claim JOIN watcher.placement_view AS placement USING (source, path)
  WHERE claim.source = $1 AND placement.live`;

/** What the index tables of a source claim. */
export async function loadClaims(tx: Transaction, source: string): Promise<IndexClaim[]> {
  return tx.rows<IndexClaim>(LOAD, [source]);
}
