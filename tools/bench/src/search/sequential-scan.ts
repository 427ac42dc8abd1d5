import { parseArxivReference, type PaperState } from '@diglot/domain';
import { tokenize } from '@diglot/search';
import type { Database } from '@diglot/platform';
import type { SearchQuery } from './make-queries.ts';

/** A paper as the scan looks at it: the texts themselves, and their stems in order. */
interface ScannedPaper {
  readonly arxivId: string;
  readonly date: string;
  readonly verdict: string;
  readonly categories: readonly string[];
  readonly texts: string;
  readonly stems: string;
  readonly authors: string;
}

/** What a query must give. */
export interface Expected {
  /** The newest first. */
  readonly ids: readonly string[];
  readonly verdicts: Readonly<Record<string, number>>;
}

export type Scan = (query: SearchQuery) => Expected;

const PAGE = 2_000;

/** Looks at every paper for every query: Chinese as the exact substring, English as the same stems in the same order. */
export async function scanOf(database: Database): Promise<Scan> {
  const papers: ScannedPaper[] = [];
  for (let after = ''; ;) {
    const rows = await database.rows<{ id: string; date: string; verdict: string; state: PaperState }>(
      `SELECT arxiv_id AS id, listed_date::text AS date, verdict, state FROM indexer.paper_view
       WHERE arxiv_id COLLATE "C" > $1 ORDER BY arxiv_id COLLATE "C" LIMIT ${PAGE}`,
      [after],
    );
    papers.push(...rows.map(({ id, date, verdict, state }) => toScanned(id, date, verdict, state)));
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  papers.sort((a, b) => compare(b.date, a.date) || compare(b.arxivId, a.arxivId));
  return (query) => {
    const found = papers.filter((paper) => matches(paper, query));
    const verdicts: Record<string, number> = {};
    for (const { verdict } of found) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    return { ids: found.map(({ arxivId }) => arxivId), verdicts };
  };
}

function toScanned(arxivId: string, date: string, verdict: string, state: PaperState): ScannedPaper {
  const { title, abstract, authors, categories } = state;
  const texts = [title.en, title.zh ?? '', abstract.en, abstract.zh ?? '', ...authors];
  return {
    arxivId,
    date: date === '-infinity' ? '' : date,
    verdict,
    categories,
    texts: texts.join('\n'),
    stems: texts.map(stemsOf).join('\n'),
    authors: authors.map(stemsOf).join('\n'),
  };
}

function matches(paper: ScannedPaper, { q, author, date, category, verdict }: SearchQuery): boolean {
  return (
    (date === undefined || paper.date === date) &&
    (category === undefined || paper.categories.includes(category)) &&
    (verdict === undefined || paper.verdict === verdict) &&
    (author === undefined || paper.authors.includes(stemsOf(author))) &&
    (q === undefined || holds(paper, q))
  );
}

function holds({ arxivId, texts, stems }: ScannedPaper, q: string): boolean {
  const id = parseArxivReference(q)?.id;
  if (id !== undefined) return arxivId === id;
  return /^\p{Script=Han}+$/u.test(q) ? texts.includes(q) : stems.includes(stemsOf(q));
}

function stemsOf(text: string): string {
  return ` ${tokenize(text)
    .map((token) => token.text)
    .join(' ')} `;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
