import { digestSectionFromPath } from '@diglot/formats';
import type { EntryFact } from './entry-facts.ts';
import { Random } from '@diglot/protocol-model';

/** What is asked, as the parameters of a request. */
export type SearchQuery = Readonly<
  Partial<Record<'q' | 'author' | 'date' | 'from' | 'to' | 'category' | 'verdict' | 'issue', string>>
>;

export interface NamedQuery {
  readonly kind: string;
  readonly query: SearchQuery;
}

const SEED = 20_250_304;
const HAN = /\p{Script=Han}+/gu;
const WORDS = /[A-Za-z]{3,}(?: [A-Za-z]{3,})+/g;

/** Queries of every kind, drawn from the texts themselves, so frequent ones are asked for often. Always the same. */
export function makeQueries(facts: readonly EntryFact[]): NamedQuery[] {
  const random = new Random(SEED);
  const pick = <T>(list: readonly T[]): T | undefined => list[random.below(list.length)];
  const fact = (): EntryFact | undefined => pick(facts);
  const chinese = (length: number) => (): SearchQuery | null => {
    const runs = (fact()?.paper.abstract.zh ?? '').match(HAN)?.filter((run) => run.length >= length) ?? [];
    const run = pick(runs);
    if (run === undefined) return null;
    const from = random.below(run.length - length + 1);
    return { q: run.slice(from, from + length) };
  };
  const english = (words: number) => (): SearchQuery | null => {
    const rows = (fact()?.paper.abstract.en ?? '').match(WORDS)?.map((row) => row.split(' ')) ?? [];
    const row = pick(rows.filter(({ length }) => length >= words));
    if (!row) return null;
    const from = random.below(row.length - words + 1);
    const text = row.slice(from, from + words).join(' ');
    return { q: words === 1 ? text : `"${text}"` };
  };
  const author = (): SearchQuery | null => named('author', pick(fact()?.paper.authors ?? []));
  const date = (): SearchQuery | null => named('date', fact()?.digest?.date ?? undefined);
  const category = (): SearchQuery | null => {
    const section = digestSectionFromPath(fact()?.entry.path ?? '');
    return named('category', section?.kind === 'category' ? section.name : undefined);
  };
  const verdict = (): SearchQuery | null => named('verdict', pick(['accept', 'flag', 'retranslate', 'unverified']));
  const combined = (): SearchQuery | null => {
    const parts = [
      pick([chinese(2), english(1), chinese(4)])?.(),
      pick([category, verdict])?.(),
      pick([verdict, author, date])?.(),
    ];
    return parts.some((part) => !part) ? null : Object.assign({}, ...parts);
  };
  const kinds: readonly (readonly [kind: string, count: number, make: () => SearchQuery | null])[] = [
    ['Chinese, 2 characters', 80, chinese(2)],
    ['Chinese, 4 characters', 80, chinese(4)],
    ['Chinese, 6 characters', 80, chinese(6)],
    ['English word', 80, english(1)],
    ['English phrase, 2 words', 60, english(2)],
    ['English phrase, 3 words', 40, english(3)],
    ['author', 40, author],
    ['identifier', 20, () => named('q', fact()?.arxivId)],
    ['date', 20, date],
    ['category', 10, category],
    ['verdict', 4, verdict],
    ['combined', 100, combined],
  ];
  return kinds.flatMap(([kind, count, make]) => Array.from({ length: count }, () => ({ kind, query: until(make) })));
}

function named(name: keyof SearchQuery, value: string | undefined): SearchQuery | null {
  return value === undefined || value.trim() === '' ? null : { [name]: value };
}

/** Most texts hold what is asked for; those that do not are passed over. */
function until(make: () => SearchQuery | null): SearchQuery {
  for (;;) {
    const query = make();
    if (query) return query;
  }
}
