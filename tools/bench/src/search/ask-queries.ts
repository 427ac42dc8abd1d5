import type { PaperList } from '@diglot/api';
import { percentile, rounded } from '../statistics.ts';
import type { NamedQuery, SearchQuery } from './make-queries.ts';
import type { Expected, Scan } from './sequential-scan.ts';

/** Papers of a page. */
const PAGE = 50;
/** Requests before it is measured: a server that has just started is slower. */
const WARM_UP = 40;

interface Counts {
  readonly count: number;
  readonly isExact: boolean;
  readonly verdicts: readonly { readonly value: string; readonly count: number }[];
}

export interface Answers {
  /** Of each request. */
  readonly milliseconds: readonly number[];
  /** Requests whose answer is not that of the scan. */
  readonly mismatches: number;
  /** Counts that are given as a bound; one below the true count is a mismatch. */
  readonly bounds: number;
}

/** Asks each query for its first page and for its counts, one after the other. */
export async function askQueries(
  base: string,
  queries: readonly NamedQuery[],
  scan: Scan,
  say: (line: string) => void,
): Promise<Answers> {
  for (const { query } of queries.slice(0, WARM_UP)) await ask(base, 'papers', query);
  const times = new Map<string, number[]>();
  let mismatches = 0;
  let bounds = 0;
  for (const { kind, query } of queries) {
    const expected = scan(query);
    const page = await ask<PaperList>(base, 'papers', query);
    const counts = await ask<Counts>(base, 'facets', query);
    times.set(kind, [...(times.get(kind) ?? []), page.milliseconds, counts.milliseconds]);
    if (!counts.body.isExact) bounds += 1;
    for (const [what, isRight] of [
      ['page', isPage(page.body, expected)],
      ['counts', areCounts(counts.body, expected)],
    ] as const) {
      if (isRight) continue;
      mismatches += 1;
      say(
        `MISMATCH of the ${what} of ${JSON.stringify(query)}: ${counts.body.count}, the scan finds ${expected.ids.length}`,
      );
    }
  }
  for (const [kind, own] of times) {
    say(`${kind.padEnd(26)}p50 ${rounded(percentile(own, 0.5))} ms, p99 ${rounded(percentile(own, 0.99))} ms`);
  }
  return { milliseconds: [...times.values()].flat(), mismatches, bounds };
}

function isPage({ items, next }: PaperList, { ids }: Expected): boolean {
  const same = items.every(({ arxivId }, index) => arxivId === ids[index]);
  return same && items.length === Math.min(PAGE, ids.length) && (next !== null) === ids.length > PAGE;
}

function areCounts({ count, isExact, verdicts }: Counts, expected: Expected): boolean {
  if (!isExact) return count >= expected.ids.length;
  const given = Object.fromEntries(verdicts.map(({ value, count: own }) => [value, own]));
  const names = new Set([...Object.keys(given), ...Object.keys(expected.verdicts)]);
  return count === expected.ids.length && [...names].every((name) => given[name] === expected.verdicts[name]);
}

async function ask<Body>(
  base: string,
  what: 'papers' | 'facets',
  query: SearchQuery,
): Promise<{ body: Body; milliseconds: number }> {
  const url = new URL(`/api/${what}`, base);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  if (what === 'papers') url.searchParams.set('limit', String(PAGE));
  const begun = performance.now();
  const response = await fetch(url);
  const text = await response.text();
  const milliseconds = performance.now() - begun;
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${text}`);
  return { body: JSON.parse(text) as Body, milliseconds };
}
