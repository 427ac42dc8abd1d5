import { Bindings, isPrintedOn, searchConditions } from './paper-selection.statement.ts';
import { needsNoSearch, type PaperSelection } from './paper-selection.ts';

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
  /** Whether an index must answer it: the planner does not know what it costs to look at terms that are kept out of line. */
  readonly needsIndex: boolean;
}

/** The collation makes both tables order identifiers alike, so that a page of one goes on in the other. */
const ORDER = 'listed_date DESC, arxiv_id COLLATE "C" DESC';

/**
 * The statement of a page. Lists are ordered by (day, id), so that a page begins where the one before ended, whatever came
 * meanwhile.
 */
export function listPapers(listing: PaperListing): Statement {
  return needsNoSearch(listing) ? listStates(listing) : listFound(listing);
}

function listStates({ search, verdict, date, printed, from, to, after, rows }: PaperListing): Statement {
  const bindings = new Bindings();
  const conditions = ['true'];
  if (search && search.ids.length > 0) conditions.push(`arxiv_id = ANY(${bindings.bind(search.ids)}::text[])`);
  if (verdict !== null) conditions.push(`verdict = ${bindings.bind(verdict)}`);
  if (date !== null) conditions.push(`listed_date = ${bindings.bind(date)}::date`);
  if (printed !== null) conditions.push(isPrintedOn(printed, bindings));
  if (from !== null) conditions.push(`listed_date >= ${bindings.bind(from)}::date`);
  if (to !== null) conditions.push(`listed_date > '-infinity' AND listed_date <= ${bindings.bind(to)}::date`);
  if (after !== null) conditions.push(isAfter(after, bindings));
  const sql = `
    SELECT arxiv_id AS "arxivId", revision, state, updated_at AS "updatedAt", listed_date::text AS "listedDate"
    FROM indexer.paper_view WHERE ${conditions.join(' AND ')}
    ORDER BY ${ORDER} LIMIT ${bindings.bind(rows)}`;
  return { sql, parameters: bindings.values, needsIndex: false };
}

/**
 * Candidates are what the index finds; they are sorted while they are narrow, and only as many texts are looked at as a page
 * needs. Where the index says nothing, candidates are read in the order of the list.
 */
function listFound({ after, rows, ...selection }: PaperListing): Statement {
  const bindings = new Bindings();
  const { quick, slow, isIndexed } = searchConditions(selection, bindings);
  const conditions = after === null ? quick : [...quick, isAfter(after, bindings)];
  const candidates = `SELECT arxiv_id, listed_date, body FROM indexer.search_view WHERE ${conditions.join(' AND ')}`;
  const isIn = slow.length === 0 ? 'true' : slow.join(' AND ');
  const limit = bindings.bind(rows);
  const page = isIndexed
    ? `SELECT arxiv_id, listed_date FROM (SELECT * FROM candidates ORDER BY ${ORDER} OFFSET 0) AS sorted
       WHERE ${isIn} LIMIT ${limit}`
    : `SELECT arxiv_id, listed_date FROM candidates WHERE ${isIn} ORDER BY ${ORDER} LIMIT ${limit}`;
  const sql = `
    WITH candidates AS ${isIndexed ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (${candidates}),
      page AS MATERIALIZED (${page})
    SELECT page.arxiv_id AS "arxivId", paper.revision, paper.state, paper.updated_at AS "updatedAt",
      page.listed_date::text AS "listedDate"
    FROM page JOIN indexer.paper_view AS paper ON paper.arxiv_id = page.arxiv_id COLLATE "default"
    ORDER BY page.listed_date DESC, page.arxiv_id COLLATE "C" DESC`;
  return { sql, parameters: bindings.values, needsIndex: isIndexed };
}

function isAfter(after: NonNullable<PaperListing['after']>, bindings: Bindings): string {
  return `(listed_date, arxiv_id COLLATE "C") < (${bindings.bind(after.date)}::date, ${bindings.bind(after.arxivId)}::text)`;
}
