import type { PaperFacets } from '../contract/facets.schema.ts';
import type { FacetRow } from './paper.repository.ts';

/** Counts of a selection of papers. */
export function presentFacets(rows: readonly FacetRow[]): PaperFacets {
  return {
    count: rows.length,
    isExact: true,
    verdicts: tally(rows, ({ verdict }) => [verdict]),
    statuses: tally(rows, ({ status }) => (status === null ? [] : [status])),
    sources: tally(rows, ({ sources }) => sources),
    categories: tally(rows, ({ categories }) => categories),
    topics: tally(rows, ({ topics }) => topics),
    issues: tally(rows, ({ issues }) => issues),
    dates: tally(rows, ({ date }) => [date ?? ''])
      .map(({ value, count }) => ({ date: value === '' ? null : value, count }))
      .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)),
  };
}

function tally(
  rows: readonly FacetRow[],
  values: (row: FacetRow) => readonly string[] | null,
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of values(row) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
