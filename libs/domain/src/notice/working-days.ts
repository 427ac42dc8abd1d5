import type { CalendarDate } from '../identity/calendar-date.ts';

const DAY_MILLISECONDS = 86_400_000;
const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/**
 * Whether a digest of this day is to be expected. arXiv announces papers in the evening (US Eastern) of Sundays to
 * Thursdays, so lists come out from Mondays to Fridays, but for holidays
 * (https://info.arxiv.org/help/availability.html). Some makers name a digest after the evening and some after the next
 * morning, so the day after a holiday is not counted on either; and from Christmas to New Year nothing is, for the days
 * are others in each year.
 */
export function isExpected(day: CalendarDate): boolean {
  const weekday = weekdayOf(day);
  return weekday !== SATURDAY && weekday !== SUNDAY && !isHoliday(day) && !isHoliday(addDays(day, -1));
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10) as CalendarDate;
}

/** Every expected day from the first to the last, both included. */
export function expectedDays(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isExpected(day)) days.push(day);
  return days;
}

function isHoliday(day: CalendarDate): boolean {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  const monthAndDay = day.slice(5);
  if (monthAndDay >= '12-24' || monthAndDay <= '01-01') return true;
  if (monthAndDay === '06-19' || isIndependenceDay(day)) return true;
  const week = Math.ceil(date / 7);
  const weekday = weekdayOf(day);
  const isMartinLutherKingDay = month === 1 && weekday === MONDAY && week === 3;
  const isLaborDay = month === 9 && weekday === MONDAY && week === 1;
  const isThanksgiving = month === 11 && weekday === THURSDAY && week === 4;
  return isMartinLutherKingDay || isLaborDay || isThanksgiving;
}

/** 4 July; if that is on a weekend, the Friday before or the Monday after as well. */
function isIndependenceDay(day: CalendarDate): boolean {
  const monthAndDay = day.slice(5);
  const weekday = weekdayOf(day);
  const isFridayBefore = monthAndDay === '07-03' && weekday === 5;
  const isMondayAfter = monthAndDay === '07-05' && weekday === MONDAY;
  return monthAndDay === '07-04' || isFridayBefore || isMondayAfter;
}

function weekdayOf(day: CalendarDate): number {
  return new Date(day).getUTCDay();
}
