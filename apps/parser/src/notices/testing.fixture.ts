import { expectedDays, type CalendarDate } from '@diglot/domain';
import type { SectionDay, SourceFacts } from './source-days.ts';

const NOTHING: SectionDay['profile'] = {
  entries: 0,
  chineseTitles: 0,
  chineseAbstracts: 0,
  comparable: 0,
  short: 0,
  garbled: 0,
  han: 0,
  words: 0,
  withoutAuthors: 0,
};

/** An ordinary digest of so many papers, all with Chinese; what a test is about is given. */
export function profileOf(entries: number, changes: Partial<SectionDay['profile']> = {}): SectionDay['profile'] {
  return { ...NOTHING, entries, chineseTitles: entries, chineseAbstracts: entries, comparable: entries, ...changes };
}

export function dayOf(date: string, changes: Partial<SectionDay> = {}): SectionDay {
  return {
    feed: '',
    section: 'AI',
    isCategory: true,
    date: date as CalendarDate,
    profile: profileOf(50),
    papersHashes: [`papers of ${date}`],
    ...changes,
  };
}

/** A day for every working day from the first to the last. */
export function daysOf(first: string, last: string, changes: Partial<SectionDay> = {}): SectionDay[] {
  return expectedDays(first as CalendarDate, last as CalendarDate).map((date) => dayOf(date, changes));
}

/** On the day after the last one. */
export function factsOf(days: readonly SectionDay[], changes: Partial<SourceFacts> = {}): SourceFacts {
  const [today = '2025-01-01' as CalendarDate] = days.map(({ date }) => date).toSorted((a, b) => (a < b ? 1 : -1));
  return { days, claims: [], sidecars: [], today, ...changes };
}
