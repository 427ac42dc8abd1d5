import { PAPER_FILTERS, pickParams, type PaperFilter } from '../search-params.ts';

/** Searches that a reader keeps, the latest first. */
export type Searches = readonly PaperFilter[];

export function readSearches(kept: string | null): Searches {
  try {
    const value: unknown = JSON.parse(kept ?? '[]');
    const list = Array.isArray(value) ? (value as unknown[]) : [];
    return list
      .filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
      .map((each) => pickParams(PAPER_FILTERS, each))
      .filter((filter) => Object.keys(filter).length > 0);
  } catch {
    return [];
  }
}

/** Two filters that ask for the same are one. */
export function searchKey(filter: PaperFilter): string {
  return JSON.stringify(PAPER_FILTERS.map((name) => filter[name] ?? null));
}

export function toggleSearch(searches: Searches, filter: PaperFilter): Searches {
  const rest = searches.filter((each) => searchKey(each) !== searchKey(filter));
  return rest.length < searches.length ? rest : [filter, ...rest];
}
