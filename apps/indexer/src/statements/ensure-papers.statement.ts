import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

const ENSURE = `
  INSERT INTO indexer.papers (arxiv_id) SELECT * FROM unnest($1::text[]) AS paper (arxiv_id) ORDER BY arxiv_id
  ON CONFLICT DO NOTHING`;

/** Rows to lock; new ones are at revision 0. */
export async function ensurePapers(tx: Transaction, papers: readonly ArxivId[]): Promise<void> {
  await tx.run(ENSURE, [papers]);
}
