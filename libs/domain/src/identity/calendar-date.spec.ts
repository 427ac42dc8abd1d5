import { calendarDate, isCalendarDate } from './calendar-date.ts';

test('a day that exists', () => {
  expect(calendarDate(2025, 3, 4)).toBe('2025-03-04');
  expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
});

test.each([
  [2025, 2, 29],
  [2025, 13, 1],
  [2025, 0, 1],
  [2025, 4, 31],
])('no day %i-%i-%i', (year, month, day) => {
  expect(calendarDate(year, month, day)).toBeNull();
});

test('text', () => {
  expect(isCalendarDate('2025-03-04')).toBe(true);
  for (const text of ['2025-3-4', '2025-02-30', '20250304', '']) expect(isCalendarDate(text)).toBe(false);
});
