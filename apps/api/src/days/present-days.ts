import { expectedDays } from '@diglot/domain';
import type { DayItem, DayList } from '../contract/days.schema.ts';
import type { DayRow, GapRow } from './day.repository.ts';

/** Days that were asked for; null: without an end. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** A day of a source of which nothing came. */
const NOTHING = {
  digests: 0,
  failed: 0,
  waiting: 0,
  entries: 0,
  papers: 0,
  withoutChinese: 0,
  issues: 0,
  firstAt: null,
  lastAt: null,
} as const;

/**
 * The days of all sources, the newest first: those of which something came, and those that a feed lacks. Which days these
 * are, the parser concludes: here they would be concluded a second time, and otherwise.
 */
export function presentDays(rows: readonly DayRow[], gaps: readonly GapRow[], range: DayRange): DayItem[] {
  const lacking = feedsLacking(gaps, range);
  const came = rows.map((row) => present(row, lacking.take(row)));
  const missing = lacking.rest().map(([key, feeds]) => present({ ...key, ...NOTHING }, feeds));
  return [...came, ...missing].toSorted((a, b) => compare(b.date, a.date) || compare(a.source, b.source));
}

/** The feeds that are silent, until now. */
export function presentSilences(gaps: readonly GapRow[], now: Date): DayList['silences'] {
  const today = now.toISOString().slice(0, 10);
  const silent = gaps.filter(({ until }) => until === null);
  return silent.map(({ source, feed, since }) => ({ source, feed, since, until: today }));
}

/** The days of several sources, of items in the order of their days: only there can one paper count twice. */
export function sharedDates(items: readonly DayItem[]): string[] {
  const repeated = items.filter(({ date }, index) => items[index - 1]?.date === date);
  return [...new Set(repeated.map(({ date }) => date))];
}

/** @param shared distinct papers of the days that several sources print */
export function presentTotals(items: readonly DayItem[], shared: ReadonlyMap<string, number>): DayList['totals'] {
  const sums = new Map<string, number>();
  for (const { date, papers } of items) sums.set(date, (sums.get(date) ?? 0) + papers);
  return [...sums].map(([date, papers]) => ({ date, papers: shared.get(date) ?? papers }));
}

function present({ withoutChinese, firstAt, lastAt, ...row }: DayRow, missing: string[]): DayItem {
  return {
    ...row,
    state: stateOf(row, missing),
    withChinese: row.entries - withoutChinese,
    missing,
    firstAt: firstAt?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
  };
}

type Tally = Pick<DayRow, 'digests' | 'failed' | 'waiting'>;

function stateOf({ digests, failed, waiting }: Tally, missing: readonly string[]): DayItem['state'] {
  if (digests === 0 && missing.length > 0) return 'missing';
  return failed + waiting + missing.length > 0 ? 'partial' : 'complete';
}

type DayKey = Pick<DayRow, 'date' | 'source'>;

function feedsLacking(gaps: readonly GapRow[], { from, to }: DayRange) {
  const lacking = new Map<string, [DayKey, string[]]>();
  const nameOf = ({ date, source }: DayKey): string => `${date}\n${source}`;
  for (const { source, feed, since, until } of gaps) {
    if (until === null) continue;
    for (const date of expectedDays(since, until)) {
      if ((from !== null && date < from) || (to !== null && date > to)) continue;
      const key = { date, source };
      const known = lacking.get(nameOf(key));
      if (known) known[1].push(feed);
      else lacking.set(nameOf(key), [key, [feed]]);
    }
  }
  return {
    /** The feeds that lack a day, which is none of the rest then. */
    take: (key: DayKey): string[] => {
      const [, feeds] = lacking.get(nameOf(key)) ?? [];
      lacking.delete(nameOf(key));
      return feeds ?? [];
    },
    rest: () => [...lacking.values()],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
