import type { PaperFacets } from '../contract/facets.schema.ts';
import type { Facets } from './facet-groups.ts';
import type { FacetCount } from './paper-facets.statement.ts';

export const NO_FACETS: PaperFacets = {
  count: 0,
  isExact: true,
  verdicts: [],
  statuses: [],
  sources: [],
  categories: [],
  topics: [],
  issues: [],
  dates: [],
};

type Counted = readonly (readonly [facets: Facets, count: number])[];

/** Counts of a selection of papers. */
export function presentFacets(counts: readonly FacetCount[], groups: ReadonlyMap<string, Facets>): PaperFacets {
  const all = counts.find(({ group, date }) => group === null && date === null);
  if (!all) return NO_FACETS;
  const counted = counts.flatMap(({ group, count }) =>
    group === null ? [] : [[groups.get(group) ?? {}, count] as const],
  );
  return {
    count: all.count,
    isExact: all.isExact,
    verdicts: tally(counted, ({ verdict }) => (verdict === undefined ? [] : [verdict])),
    statuses: tally(counted, ({ status }) => (status === undefined ? [] : [status])),
    sources: tally(counted, ({ sources }) => sources),
    categories: tally(counted, ({ categories }) => categories),
    topics: tally(counted, ({ topics }) => topics),
    issues: tally(counted, ({ issues }) => issues),
    dates: counts
      .flatMap(({ date, count }) => (date === null ? [] : [{ date: date === '-infinity' ? null : date, count }]))
      .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)),
  };
}

function tally(
  counted: Counted,
  values: (facets: Facets) => readonly string[] | undefined,
): { value: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const [facets, count] of counted) {
    for (const value of values(facets) ?? []) sums.set(value, (sums.get(value) ?? 0) + count);
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
