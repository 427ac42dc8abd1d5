import type { Language } from '../preferences/preferences.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

/** How numbers, days and times are written for one reader. */
export interface Formats {
  readonly number: (value: number) => string;
  /** At most one digit behind the point. */
  readonly decimal: (value: number) => string;
  readonly percent: (share: number) => string;
  /** With both digits behind the point. */
  readonly ratio: (value: number) => string;
  /** Of a calendar day, `YYYY-MM-DD`. */
  readonly day: (date: string) => string;
  readonly longDay: (date: string) => string;
  readonly month: (date: string) => string;
  /** Of an ISO timestamp. */
  readonly time: (timestamp: string) => string;
  readonly bytes: (count: number) => string;
}

export function formatsOf(language: Language, times: 'local' | 'utc'): Formats {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const ratio = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  // A calendar day is the same day everywhere.
  const dayWith = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const [day, longDay, month] = [
    dayWith({ year: 'numeric', month: 'short', day: 'numeric' }),
    dayWith({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }),
    dayWith({ month: 'short' }),
  ];
  const zone = times === 'utc' ? { timeZone: 'UTC' } : {};
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', ...zone });
  const ofDay = (format: Intl.DateTimeFormat) => (date: string) => format.format(new Date(`${date}T00:00:00Z`));
  return {
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
    percent: (share) => percent.format(share),
    ratio: (value) => ratio.format(value),
    day: ofDay(day),
    longDay: ofDay(longDay),
    month: ofDay(month),
    time: (timestamp) => time.format(new Date(timestamp)) + (times === 'utc' ? ' UTC' : ''),
    bytes: (count) => {
      const steps = ['B', 'kB', 'MB', 'GB'];
      const step = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), steps.length - 1);
      return `${decimal.format(count / 1000 ** step)} ${steps[step]}`;
    },
  };
}

/** A length of time in the largest unit that says enough. */
export function durationParts(seconds: number): {
  readonly value: number;
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
} {
  if (seconds < 60)
    return { value: seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds), unit: 'seconds' };
  if (seconds < 3_600) return { value: Math.round(seconds / 60), unit: 'minutes' };
  if (seconds < 48 * 3_600) return { value: Math.round(seconds / 3_600), unit: 'hours' };
  return { value: Math.round(seconds / 86_400), unit: 'days' };
}
