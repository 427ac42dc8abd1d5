import type { Statement } from './paper-list.statement.ts';
import { Bindings, searchConditions } from './paper-selection.statement.ts';
import type { PaperSelection } from './paper-selection.ts';

/**
 * So many texts are looked at for a count; of more candidates all are counted. A text is looked at in some microseconds, and
 * phrases that very many papers hold are terms of their own, so this bound is met by odd queries only.
 */
export const COUNTED_TEXTS = 4_000;

/** Papers of one group, or of one day, that a selection holds; the row with neither is all of them. */
export interface FacetCount {
  readonly group: string | null;
  /** `-infinity` where no digest names a day. */
  readonly date: string | null;
  readonly count: number;
  readonly isExact: boolean;
}

/** The statement of what is counted of a selection: one pass over narrow rows. */
export function facetPapers(selection: PaperSelection): Statement {
  const bindings = new Bindings();
  const { quick, slow, isIndexed } = searchConditions(selection, bindings);
  const isQuick = slow.length === 0;
  const sql = `
    WITH candidates AS MATERIALIZED (
      SELECT facet_group, listed_date${isQuick ? '' : ', body'} FROM indexer.search_view WHERE ${quick.join(' AND ')}
    ), measure AS MATERIALIZED (
      SELECT ${isQuick ? 'true' : `count(*) <= ${COUNTED_TEXTS}`} AS is_exact ${isQuick ? '' : 'FROM candidates'}
    ), found AS (
      SELECT facet_group, listed_date FROM candidates
      ${isQuick ? '' : `WHERE NOT (SELECT is_exact FROM measure) OR (${slow.join(' AND ')})`}
    )
    SELECT facet_group AS "group", listed_date::text AS date, count(*)::int AS count,
      (SELECT is_exact FROM measure) AS "isExact"
    FROM found GROUP BY GROUPING SETS ((facet_group), (listed_date), ())`;
  return { sql, parameters: bindings.values, needsIndex: isIndexed };
}
