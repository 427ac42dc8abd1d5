import type { Transaction } from '@diglot/platform';
import type { StoredPaper } from '../paper-translated.decision.ts';

/** Others that fold anew at the same time take other papers. */
const LOCK = `
  SELECT arxiv_id AS "arxivId", revision, encode(state_hash, 'hex') AS hash, fold, contribution
  FROM indexer.papers WHERE fold < $1 ORDER BY fold, arxiv_id LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** Locks papers that an earlier version folded, for the rest of the transaction. */
export async function lockStalePapers(tx: Transaction, fold: number, limit: number): Promise<StoredPaper[]> {
  const papers = await tx.rows<StoredPaper>(LOCK, [fold, limit]);
  return papers.toSorted((a, b) => (a.arxivId < b.arxivId ? -1 : 1));
}
