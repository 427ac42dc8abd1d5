import { TOPICS } from '@diglot/contracts';
import type { Database } from '@diglot/platform';

/** What there is of one batch, along its way. */
export interface BatchCounts {
  /** Facts that the parser and the translator state: one per entry, if nothing is done twice. */
  readonly parsed: number;
  readonly translated: number;
  /** Live entries of its papers. */
  readonly occurrences: number;
  readonly papers: number;
  readonly searchable: number;
}

const COUNT = `
  SELECT
    (SELECT count(*)::int FROM pipeline.outbox_view WHERE topic = $2 AND key = ANY ($1)) AS parsed,
    (SELECT count(*)::int FROM pipeline.outbox_view WHERE topic = $3 AND key = ANY ($1)) AS translated,
    (SELECT count(*)::int FROM indexer.occurrence_view WHERE arxiv_id = ANY ($1)) AS occurrences,
    (SELECT count(*)::int FROM indexer.paper_view WHERE arxiv_id = ANY ($1)) AS papers,
    (SELECT count(*)::int FROM indexer.search_view WHERE arxiv_id = ANY ($1)) AS searchable`;

/** @param papers arXiv ids */
export async function countBatch(database: Database, papers: readonly string[]): Promise<BatchCounts> {
  const [counts] = await database.rows<BatchCounts>(COUNT, [papers, TOPICS.paperParsed, TOPICS.paperTranslated]);
  if (!counts) throw new Error('a count has one row');
  return counts;
}
