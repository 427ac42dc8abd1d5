import type { PaperTranslated } from '@diglot/contracts';
import type { ArxivId } from '@diglot/domain';
import type { Database } from '@diglot/platform';

/** What a paper's state is folded from. */
export interface StoredMember {
  readonly subject: string;
  readonly fact: PaperTranslated;
}

export interface StoredPaper {
  readonly id: ArxivId;
  /** JSON, byte for byte as it is stored. */
  readonly state: string;
  readonly members: readonly StoredMember[];
}

const PAPERS = `
  SELECT arxiv_id AS id, state::text AS state, (
    SELECT coalesce(json_agg(json_build_object('subject', subject, 'fact', fact) ORDER BY subject), '[]')
    FROM indexer.occurrence_view AS member WHERE member.arxiv_id = paper.arxiv_id) AS members
  FROM indexer.paper_view AS paper WHERE arxiv_id = ANY ($1)`;

/** Papers with their sets, in one snapshot. @param papers arXiv ids */
export function storedPapers(database: Database, papers: readonly string[]): Promise<readonly StoredPaper[]> {
  return database.rows<StoredPaper>(PAPERS, [papers]);
}
