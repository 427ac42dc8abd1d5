import type { ArxivId, PaperState } from '@diglot/domain';
import type { Sql } from '@diglot/platform';

const CURRENT = `
  SELECT arxiv_id AS "arxivId", revision, state, updated_at AS "updatedAt" FROM indexer.papers
  WHERE arxiv_id = ANY($1) AND revision > 0`;

/** A paper's state with the revision it has. */
export interface CurrentState {
  readonly arxivId: ArxivId;
  readonly revision: number;
  readonly state: PaperState | null;
  readonly updatedAt: Date;
}

/** The states of papers as they are now; one that was never announced has none. */
export async function currentPapers(sql: Sql, papers: readonly string[]): Promise<CurrentState[]> {
  return sql.rows<CurrentState>(CURRENT, [papers]);
}
