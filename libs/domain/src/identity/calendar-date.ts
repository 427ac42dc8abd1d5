import type { Brand } from './brand.ts';

/** A day without a time or a zone, `YYYY-MM-DD`; it sorts as text. */
export type CalendarDate = Brand<'CalendarDate'>;

/** @returns null when there is no such day (30 February) */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as CalendarDate) : null;
}

/** Narrows a string to a {@link CalendarDate}. */
export function isCalendarDate(text: string): text is CalendarDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && calendarDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}
