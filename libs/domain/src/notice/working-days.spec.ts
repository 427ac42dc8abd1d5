import type { CalendarDate } from '../identity/calendar-date.ts';
import { expectedDays, isExpected } from './working-days.ts';

const day = (text: string) => text as CalendarDate;

describe('days on which a digest is to be expected', () => {
  it.each(['2025-03-03', '2025-03-07', '2026-08-21', '2025-02-17', '2025-12-23', '2026-01-05'])('%s is one', (text) => {
    expect(isExpected(day(text))).toBe(true);
  });

  it.each([
    ['a Saturday', '2025-03-08'],
    ['a Sunday', '2025-03-09'],
    ['New Year', '2025-01-01'],
    ['the day after New Year', '2025-01-02'],
    ['Martin Luther King Day', '2026-01-19'],
    ['the day after it', '2026-01-20'],
    ['Juneteenth', '2025-06-19'],
    ['the day after Juneteenth', '2025-06-20'],
    ['4 July, kept on the Friday before', '2026-07-03'],
    ['4 July', '2025-07-04'],
    ['Labor Day', '2026-09-07'],
    ['Thanksgiving', '2026-11-26'],
    ['Christmas', '2024-12-25'],
    ['the days to New Year', '2025-12-29'],
  ])('%s is none (%s)', (_, text) => {
    expect(isExpected(day(text))).toBe(false);
  });

  it('are listed in order over weekends, months and years', () => {
    expect(expectedDays(day('2025-02-27'), day('2025-03-04'))).toEqual([
      '2025-02-27',
      '2025-02-28',
      '2025-03-03',
      '2025-03-04',
    ]);
    expect(expectedDays(day('2025-03-04'), day('2025-03-03'))).toEqual([]);
  });
});
