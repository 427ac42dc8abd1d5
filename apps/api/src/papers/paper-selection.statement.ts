import { facetTerm, type SearchClause } from '@diglot/search';
import type { PaperSelection } from './paper-selection.ts';

/** Values of a statement, each bound once. */
export class Bindings {
  readonly values: unknown[] = [];

  /** @returns the placeholder */
  bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** The conditions of a selection on rows of `indexer.search_view`. */
export interface SearchConditions {
  /** What the index and the narrow columns decide. */
  readonly quick: readonly string[];
  /** What only the text can decide. */
  readonly slow: readonly string[];
  /** Whether the index narrows at all. */
  readonly isIndexed: boolean;
}

/** Filters become terms, so that one index answers all of them together. */
export function searchConditions(selection: PaperSelection, bindings: Bindings): SearchConditions {
  const { search, author, date, printed, from, to } = selection;
  const clauses = search?.clauses ?? [];
  const terms = [
    ...[...clauses, ...(author?.clauses ?? [])].flatMap((clause) => clause.terms),
    ...filterTerms(selection),
  ];
  const quick: string[] = [];
  const distinct = [...new Set(terms)];
  // A row without text is of a paper that nobody prints any more; it has no terms either.
  quick.push(distinct.length > 0 ? `terms @> ${bindings.bind(distinct)}::bigint[]` : "body <> ''");
  if (search && search.ids.length > 0) quick.push(`arxiv_id = ANY(${bindings.bind(search.ids)}::text[])`);
  for (const { needle } of author?.clauses ?? []) quick.push(`strpos(authors, ${bindings.bind(needle)}) > 0`);
  if (date !== null) quick.push(`listed_date = ${bindings.bind(date)}::date`);
  if (printed !== null) quick.push(isPrintedOn(printed, bindings));
  if (from !== null) quick.push(`listed_date >= ${bindings.bind(from)}::date`);
  if (to !== null) quick.push(`listed_date > '-infinity' AND listed_date <= ${bindings.bind(to)}::date`);
  return {
    quick,
    slow: clauses.filter(({ exact }) => !exact).map((clause) => inBody(clause, bindings)),
    isIndexed: distinct.length > 0,
  };
}

/**
 * Any number of digests print a paper, and a row of search keeps the newest day alone: so this asks who knows them all. The
 * collation is named because the tables differ in it.
 */
export function isPrintedOn(day: string, bindings: Bindings): string {
  return `arxiv_id IN (
    SELECT entry.arxiv_id COLLATE "C" FROM parser.entry_view AS entry JOIN watcher.placement_view USING (source, path)
    WHERE date = ${bindings.bind(day)}::date AND live AND NOT retracted)`;
}

function inBody({ needle }: SearchClause, bindings: Bindings): string {
  return `strpos(body, ${bindings.bind(needle)}) > 0`;
}

function filterTerms({ verdict, status, source, category, topic, issue }: PaperSelection): number[] {
  const filters = { verdict, status, source, category, topic, issue };
  return Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : [facetTerm(name, value)]));
}
