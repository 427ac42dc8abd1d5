import type { IssueCode, SearchQuery, TranslationStatus } from '@diglot/domain';
import type { PaperVerdict } from '../contract/papers.schema.ts';

/** Which papers. */
export interface PaperSelection {
  /** null: all. */
  readonly search: SearchQuery | null;
  readonly verdict: PaperVerdict | null;
  readonly status: TranslationStatus | null;
  readonly source: string | null;
  readonly category: string | null;
  readonly topic: string | null;
  readonly author: SearchQuery | null;
  readonly issue: IssueCode | null;
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Which papers, and where the page begins. */
export interface PaperListing extends PaperSelection {
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
export function listPapers({ after, rows, ...selection }: PaperListing): Statement {
  const { parameters, bind, conditions, from, listed } = select(selection);
  if (after !== null) {
    const place = `(${bind(after.date)}::date, ${bind(after.arxivId)}::text)`;
    conditions.push(`(${listed}.listed_date, ${listed}.arxiv_id) < ${place}`);
  }
  const sql = `
    SELECT paper.arxiv_id AS "arxivId", paper.revision, paper.state, paper.updated_at AS "updatedAt",
      ${listed}.listed_date::text AS "listedDate"
    FROM ${from}
    WHERE ${conditions.join(' AND ')}
    ORDER BY ${listed}.listed_date DESC, ${listed}.arxiv_id DESC
    LIMIT ${bind(rows)}`;
  return { sql, parameters };
}

/** The statement of what is counted of a selection. */
export function facetPapers(selection: PaperSelection): Statement {
  const { parameters, conditions, from } = select(selection);
  const sql = `
    SELECT paper.verdict, paper.state #>> '{abstract,status}' AS status, paper.state -> 'sources' AS sources,
      paper.state -> 'categories' AS categories, paper.state -> 'topics' AS topics, paper.newest_date::text AS date,
      (SELECT array_agg(DISTINCT issue ->> 'code') FROM (
        SELECT json_array_elements(paper.state #> '{title,issues}') AS issue
        UNION ALL SELECT json_array_elements(paper.state #> '{abstract,issues}')
      ) AS issues) AS issues
    FROM ${from}
    WHERE ${conditions.join(' AND ')}`;
  return { sql, parameters };
}

interface Selection {
  readonly parameters: unknown[];
  readonly bind: (value: unknown) => string;
  readonly conditions: string[];
  readonly from: string;
  readonly listed: string;
}

function select(selection: PaperSelection): Selection {
  const { search, verdict, status, source, category, topic, author, issue, date, from, to } = selection;
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const clauses = [...(search?.clauses ?? []), ...(author?.clauses ?? [])];
  const found = clauses.length > 0;
  const conditions = ['true'];
  const terms = [...new Set(clauses.flatMap((clause) => clause.terms))];
  if (terms.length > 0) conditions.push(`found.terms @> ${bind(terms)}::int[]`);
  for (const { needle, exact } of clauses) if (!exact) conditions.push(`strpos(found.body, ${bind(needle)}) > 0`);
  if (search && search.ids.length > 0) conditions.push(`paper.arxiv_id = ANY(${bind(search.ids)}::text[])`);
  if (verdict !== null) conditions.push(`paper.verdict = ${bind(verdict)}`);
  if (status !== null) conditions.push(`paper.state #>> '{abstract,status}' = ${bind(status)}`);
  if (date !== null) conditions.push(`paper.listed_date = ${bind(date)}::date`);
  if (from !== null) conditions.push(`paper.listed_date >= ${bind(from)}::date`);
  if (to !== null) conditions.push(`paper.listed_date BETWEEN '0001-01-01' AND ${bind(to)}::date`);
  for (const [name, value] of Object.entries({ sources: source, categories: category, topics: topic })) {
    if (value !== null) conditions.push(`(paper.state -> '${name}')::jsonb ? ${bind(value)}`);
  }
  if (issue !== null) {
    const containing = bind(JSON.stringify([{ code: issue }]));
    const of = (genre: string): string => `(paper.state #> '{${genre},issues}')::jsonb @> ${containing}::jsonb`;
    conditions.push(`(${of('title')} OR ${of('abstract')})`);
  }
  return {
    parameters,
    bind,
    conditions,
    from: found
      ? 'indexer.search_view AS found JOIN indexer.paper_view AS paper USING (arxiv_id)'
      : 'indexer.paper_view AS paper',
    listed: found ? 'found' : 'paper',
  };
}
