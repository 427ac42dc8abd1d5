import type { Database } from '@diglot/platform';
import type { Finding } from './finding.ts';
import { isItsFold } from './fold-anew.ts';
import { storedPapers } from './stored-papers.statement.ts';

/** Papers whose states are in memory at once. */
const TOGETHER = 500;

/** Folds papers anew, and compares with what is stored (I7). @param papers arXiv ids */
export async function checkPapers(database: Database, papers: readonly string[]): Promise<Finding> {
  let count = 0;
  for (let at = 0; at < papers.length; at += TOGETHER) {
    const asked = papers.slice(at, at + TOGETHER);
    const stored = await storedPapers(database, asked);
    // What is not there is not its fold either: a check that finds nothing must not pass for one that finds no fault.
    count += asked.length - stored.filter(isItsFold).length;
  }
  return { invariant: 'I7', detail: 'papers whose state is not the fold of their set', count };
}
