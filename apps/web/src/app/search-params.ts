/** What of the address narrows a list of papers; the names are those of `GET /api/papers`. */
export const PAPER_FILTERS = [
  'q',
  'verdict',
  'status',
  'source',
  'category',
  'topic',
  'author',
  'issue',
  'date',
  'printed',
  'from',
  'to',
] as const;
export type PaperFilter = { readonly [K in (typeof PAPER_FILTERS)[number]]?: string };

/**
 * What of the address says what the reader shows: which papers, `list=saved` for those that were kept; what of the paper,
 * and which translation of its history is compared with the one shown.
 */
export const READER_PARAMS = [...PAPER_FILTERS, 'list', 'show', 'with'] as const;
export type ReaderParams = { readonly [K in (typeof READER_PARAMS)[number]]?: string };

/** What of the address stays when another paper is opened: no comparison of translations that it does not have. */
export function forAnotherPaper(search: ReaderParams): ReaderParams {
  const { with: _, ...rest } = search;
  return rest;
}

/** What of the address says which figures, or which reviews, are shown. */
export const QUALITY_PARAMS = ['show', 'source', 'origin', 'from', 'to', 'state', 'field', 'code', 'order'] as const;

/** What of the address says which digests are shown, and of which the findings: `open` is its sha256. */
export const SOURCES_PARAMS = ['source', 'state', 'open'] as const;

/** The filter with one value changed; an empty one takes it away. */
export function withValue(filter: PaperFilter, name: keyof PaperFilter, value: string): PaperFilter {
  const { [name]: _, ...rest } = filter;
  return value === '' ? rest : { ...rest, [name]: value };
}

/** Keeps of an address what a view knows, where it says something. */
export function pickParams<K extends string>(
  names: readonly K[],
  search: { readonly [name: string]: unknown } | { readonly [P in K]?: unknown },
): { readonly [P in K]?: string } {
  const values: Partial<Record<string, unknown>> = { ...search };
  const given = names.map((name) => [name, values[name]] as const).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(given.filter(([, value]) => value !== '')) as { [P in K]?: string };
}

/**
 * With a day that there is, `YYYY-MM-DD`; undefined for what somebody wrote instead. Not left out: the router would put in what
 * the address says.
 */
export function pickDay({ day }: { readonly day?: string }): { readonly day?: string | undefined } {
  if (day === undefined) return {};
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return { day: !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined };
}

/** Addresses are written and read as every other program does it, so that people can write them too. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter((each): each is [string, string] => typeof each[1] === 'string');
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}
