import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StoredPaper } from '../paper-translated.decision.ts';

/** In the order of the key: two transactions that want the same papers never wait for each other in a circle. */
const LOCK = `
  SELECT arxiv_id AS "arxivId", revision, encode(state_hash, 'hex') AS hash, fold, contribution
  FROM indexer.papers WHERE arxiv_id = ANY($1) ORDER BY arxiv_id FOR UPDATE`;

/** Locks papers for the rest of the transaction. */
export async function lockPapers(tx: Transaction, papers: readonly ArxivId[]): Promise<StoredPaper[]> {
  return tx.rows<StoredPaper>(LOCK, [papers]);
}
