import type { FeedDay, FoundNotice } from '../source-days.ts';

/** How many of the days before tell what is usual. */
const USUAL_DAYS = 15;
/** With fewer nothing is usual yet. */
const FEWEST_USUAL_DAYS = 3;

/** When something begins to be unusual, and how long it goes on: a milder test, so that one fair day does not end it. */
export interface PeriodRule<Day> {
  readonly begins: (day: Day, usual: readonly Day[]) => boolean;
  readonly goesOn: (day: Day, usual: readonly Day[]) => boolean;
}

/** Days, one after the other, that were unlike those before. */
export interface Period<Day> {
  readonly days: readonly [Day, ...Day[]];
  readonly usual: readonly Day[];
  /** Whether it had not ended on the last day that there is. */
  readonly isOpen: boolean;
}

/** Finds every unusual period; what is usual is told by ordinary days alone, so a long period does not become usual. */
export function findPeriods<Day>(days: readonly Day[], rule: PeriodRule<Day>): Period<Day>[] {
  const periods: Period<Day>[] = [];
  let usual: readonly Day[] = [];
  let current: [Day, ...Day[]] | null = null;
  for (const day of days) {
    if (current !== null && rule.goesOn(day, usual)) {
      current.push(day);
      continue;
    }
    if (current !== null) periods.push({ days: current, usual, isOpen: false });
    current = usual.length >= FEWEST_USUAL_DAYS && rule.begins(day, usual) ? [day] : null;
    if (current === null) usual = [...usual, day].slice(-USUAL_DAYS);
  }
  if (current !== null) periods.push({ days: current, usual, isOpen: true });
  return periods;
}

/** What is stated of a period of a feed. */
export function toNotice(
  about: string,
  { days, isOpen }: Period<FeedDay>,
  figures: FoundNotice['figures'],
): FoundNotice {
  const until = isOpen ? null : (days.at(-1)?.date ?? null);
  return { about, since: days[0].date, until, figures: { days: days.length, ...figures }, details: [] };
}
