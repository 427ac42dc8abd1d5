import type { DayItem, DayList } from '../contract/days.schema.ts';
import type { DayRow } from './day.repository.ts';

const DAY_MILLISECONDS = 86_400_000;

/** arXiv announces nothing for Saturdays and Sundays (https://info.arxiv.org/help/availability.html). */
const WEEKEND: readonly number[] = [0, 6];

/** A source that printed fewer working days than this share of those between its first and last has no rhythm to miss. */
const REGULAR = 0.5;

/** The days of all sources, the newest first: those of which something came, and working days that a regular source lacks. */
export function presentDays(rows: readonly DayRow[]): DayItem[] {
  const bySource = new Map<string, DayRow[]>();
  for (const row of rows) bySource.set(row.source, [...(bySource.get(row.source) ?? []), row]);
  const items = [...bySource].flatMap(([source, days]) => [...days.map(present), ...missing(source, days)]);
  return items.toSorted((a, b) => compare(b.date, a.date) || compare(a.source, b.source));
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

function present({ withoutChinese, firstAt, lastAt, ...row }: DayRow): DayItem {
  return {
    ...row,
    state: row.failed + row.waiting > 0 ? 'partial' : 'complete',
    withChinese: row.entries - withoutChinese,
    firstAt: firstAt?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
  };
}

function missing(source: string, days: readonly DayRow[]): DayItem[] {
  const came = new Set(days.map(({ date }) => date));
  const dates = [...came].toSorted(compare);
  const working = workingDays(dates[0], dates.at(-1));
  const absent = working.filter((date) => !came.has(date));
  if (working.length - absent.length < REGULAR * working.length) return [];
  return absent.map((date) => ({
    date,
    source,
    state: 'missing',
    digests: 0,
    failed: 0,
    waiting: 0,
    entries: 0,
    papers: 0,
    withChinese: 0,
    issues: 0,
    firstAt: null,
    lastAt: null,
  }));
}

function workingDays(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const days: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += DAY_MILLISECONDS) {
    const date = new Date(time);
    if (!WEEKEND.includes(date.getUTCDay())) days.push(date.toISOString().slice(0, 10));
  }
  return days;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
