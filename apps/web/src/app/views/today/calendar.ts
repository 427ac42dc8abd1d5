import type { DayItem, DayList } from '../../../api/types.ts';
import { isWeekend, silencesOn, stateOf, type CalendarState } from './day-state.ts';

/** One day, of all sources together. */
export interface CalendarDay {
  readonly date: string;
  readonly state: CalendarState | null;
  readonly papers: number;
  readonly digests: number;
  /** 0 (nothing) to 4 (as much as the fullest days). */
  readonly heat: number;
}

/** Weeks from Monday to Sunday. */
export type CalendarWeek = readonly CalendarDay[];

const DAY = 86_400_000;
const WEEKS = 53;

export function toTime(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function toDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The last day of the year of weeks that shows a day: years end with the newest day, and before that every 53 weeks.
 * @param newest the newest day of which something is known
 */
export function calendarEnd(newest: string, shown: string): string {
  if (shown >= newest) return shown;
  const weeksBefore = (mondayOf(newest) - mondayOf(shown)) / (7 * DAY);
  return toDate(toTime(newest) - Math.floor(weeksBefore / WEEKS) * WEEKS * 7 * DAY);
}

/** The newest day of which anything is known: that nothing came of it, too. */
export function newestKnown({ items, silences }: Pick<DayList, 'items' | 'silences'>): string | null {
  return [...items.map(({ date }) => date), ...silences.map(({ until }) => until)].toSorted().at(-1) ?? null;
}

/** The nearest days before and after some weeks of which something is known. */
export function outside(weeks: readonly CalendarWeek[], { items, silences }: Pick<DayList, 'items' | 'silences'>) {
  const [first, last] = [weeks[0]?.[0]?.date ?? '', weeks.at(-1)?.at(-1)?.date ?? ''];
  const dates = [...items.map(({ date }) => date), ...silences.map(({ until }) => until)].toSorted();
  return {
    earlier: dates.findLast((date) => date < first) ?? null,
    later: dates.find((date) => date > last) ?? null,
  };
}

/** A year of weeks, up to the one that holds `last`. */
export function calendarWeeks({ items, totals, silences }: DayList, last: string): CalendarWeek[] {
  const days = new Map<string, DayItem[]>();
  for (const item of items) days.set(item.date, [...(days.get(item.date) ?? []), item]);
  const papersOf = new Map(totals.map(({ date, papers }) => [date, papers]));
  const counts = [...papersOf.values()].filter((count) => count > 0);
  const quartiles = quartilesOf(counts);
  const monday = mondayOf(last);
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const date = toDate(monday - (WEEKS - 1 - week) * 7 * DAY + weekday * DAY);
      const found = days.get(date) ?? [];
      const silent = found.length === 0 && isWeekend(date) ? [] : silencesOn(silences, date);
      const digests = found.reduce((sum, item) => sum + item.digests, 0);
      const papers = papersOf.get(date) ?? 0;
      const heat = papers === 0 ? 0 : 1 + quartiles.filter((bound) => papers > bound).length;
      return { date, state: stateOf(date, found, silent), papers, digests, heat };
    }),
  );
}

/** The Monday of its week, in milliseconds; 1 January 1970 was a Thursday. */
function mondayOf(date: string): number {
  const time = toTime(date);
  return time - ((Math.floor(time / DAY) + 3) % 7) * DAY;
}

/** Bounds between four equal parts, so that one huge day does not make all others pale. */
function quartilesOf(counts: readonly number[]): number[] {
  const sorted = counts.toSorted((a, b) => a - b);
  return [0.25, 0.5, 0.75].map((part) => sorted[Math.ceil(part * sorted.length) - 1] ?? 0);
}

/** Where an arrow key leads from a day: to the nearest one in that direction of which something is known. */
export function neighbour(days: readonly CalendarDay[], from: string, key: string): string | null {
  const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 };
  const step = steps[key];
  if (step === undefined) return null;
  const known = days.filter(({ state, date }) => state !== null && date !== from);
  const ahead = known.filter(({ date }) => (step < 0 ? date < from : date > from));
  const wanted = toTime(from) + step * DAY;
  return (
    ahead.toSorted((a, b) => Math.abs(toTime(a.date) - wanted) - Math.abs(toTime(b.date) - wanted))[0]?.date ?? null
  );
}
