import type { ArxivId } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { Member } from '../paper-translated.decision.ts';

const LIVE = `
  SELECT arxiv_id AS "arxivId", subject, fact, stated_on::text AS "statedOn" FROM indexer.members
  WHERE arxiv_id = ANY($1) AND NOT retracted
  ORDER BY arxiv_id, subject`;

/** The sets of papers; one that nobody prints any more has an empty one. */
export async function liveMembers(tx: Transaction, papers: readonly ArxivId[]): Promise<Map<ArxivId, Member[]>> {
  const rows = await tx.rows<Member & { arxivId: ArxivId }>(LIVE, [papers]);
  const sets = new Map<ArxivId, Member[]>(papers.map((arxivId) => [arxivId, []]));
  for (const { arxivId, ...member } of rows) sets.get(arxivId)?.push(member);
  return sets;
}
