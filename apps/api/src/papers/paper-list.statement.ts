import type { SearchQuery } from '@diglot/domain';
import type { PaperVerdict } from '../contract/papers.schema.ts';

/** Which papers, and where the page begins. */
export interface PaperListing {
  /** null: all. */
  readonly search: SearchQuery | null;
  readonly verdict: PaperVerdict | null;
  readonly source: string | null;
  readonly date: string | null;
  /** The last paper of the page before. */
  readonly after: { readonly date: string; readonly arxivId: string } | null;
  /** Rows at most. */
  readonly rows: number;
}

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * The statement of a page. Lists are ordered by (day, id), so that a page begins where the one before ended, whatever came
 * meanwhile. Terms narrow by the index; what they cannot prove (phrases, single characters) is looked for in the body.
 */
export function listPapers({ search, verdict, source, date, after, rows }: PaperListing): Statement {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const clauses = search?.clauses ?? [];
  const found = clauses.length > 0;
  const listed = found ? 'found' : 'paper';
  const conditions = ['true'];

  const terms = [...new Set(clauses.flatMap((clause) => clause.terms))];
  if (terms.length > 0) conditions.push(`found.terms @> ${bind(terms)}::int[]`);
  for (const { needle, exact } of clauses) if (!exact) conditions.push(`strpos(found.body, ${bind(needle)}) > 0`);
  if (search && search.ids.length > 0) conditions.push(`paper.arxiv_id = ANY(${bind(search.ids)}::text[])`);
  if (verdict !== null) conditions.push(`paper.verdict = ${bind(verdict)}`);
  if (date !== null) conditions.push(`paper.listed_date = ${bind(date)}::date`);
  if (source !== null) {
    conditions.push(`EXISTS (
      SELECT FROM indexer.occurrence_view AS printed
      WHERE printed.arxiv_id = paper.arxiv_id AND starts_with(printed.subject, ${bind(source)} || E'\\n'))`);
  }
  if (after !== null) {
    const place = `(${bind(after.date)}::date, ${bind(after.arxivId)}::text)`;
    conditions.push(`(${listed}.listed_date, ${listed}.arxiv_id) < ${place}`);
  }
  const sql = `
    SELECT paper.arxiv_id AS "arxivId", paper.revision, paper.state, paper.updated_at AS "updatedAt",
      ${listed}.listed_date::text AS "listedDate"
    FROM ${found ? 'indexer.search_view AS found JOIN indexer.paper_view AS paper USING (arxiv_id)' : 'indexer.paper_view AS paper'}
    WHERE ${conditions.join(' AND ')}
    ORDER BY ${listed}.listed_date DESC, ${listed}.arxiv_id DESC
    LIMIT ${bind(rows)}`;
  return { sql, parameters };
}
