import type { DayItem, DayList, DayState } from '../../../api/types.ts';
import { calendarEnd, calendarWeeks, neighbour, newestKnown, outside } from './calendar.ts';

const item = (date: string, papers: number, state: DayState = 'complete', source = 'a'): DayItem => ({
  date,
  source,
  state,
  papers,
  digests: 1,
  failed: 0,
  waiting: 0,
  entries: papers,
  withChinese: papers,
  issues: 0,
  missing: [],
  firstAt: null,
  lastAt: null,
});

/** Days on which no two sources print the same paper. */
function daysOf(items: readonly DayItem[]): DayList {
  const sums = new Map<string, number>();
  for (const { date, papers } of items) sums.set(date, (sums.get(date) ?? 0) + papers);
  return { items, totals: [...sums].map(([date, papers]) => ({ date, papers })), silences: [] };
}

describe('the calendar', () => {
  it('ends with the week of the last day and begins a year before, on Mondays', () => {
    const weeks = calendarWeeks(daysOf([]), '2025-03-05');
    expect(weeks).toHaveLength(53);
    expect(weeks.at(-1)?.map(({ date }) => date)).toEqual([
      '2025-03-03',
      '2025-03-04',
      '2025-03-05',
      '2025-03-06',
      '2025-03-07',
      '2025-03-08',
      '2025-03-09',
    ]);
    expect(weeks.every((week) => new Date(`${week[0]?.date}T00:00:00Z`).getUTCDay() === 1)).toBe(true);
    expect(calendarWeeks(daysOf([]), '2025-03-09').at(-1)?.[0]?.date).toBe('2025-03-03');
  });

  it('shows what several sources brought, a paper once, and the worst of them decides', () => {
    const items = [item('2025-03-04', 10), item('2025-03-04', 5, 'partial', 'b'), item('2025-03-03', 1)];
    const days = calendarWeeks({ ...daysOf(items), totals: [{ date: '2025-03-04', papers: 12 }] }, '2025-03-05').flat();
    expect(days.find(({ date }) => date === '2025-03-04')).toMatchObject({ papers: 12, digests: 2, state: 'partial' });
    expect(days.find(({ date }) => date === '2025-03-03')).toMatchObject({ state: 'complete' });
    expect(days.find(({ date }) => date === '2025-03-05')).toMatchObject({ papers: 0, heat: 0, state: null });
  });

  it('is warm by comparison with the other days, not with the fullest one', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 9_000].map((papers, index) => item(`2025-03-0${index + 1}`, papers));
    const heats = calendarWeeks(daysOf(items), '2025-03-09')
      .flat()
      .filter(({ papers }) => papers > 0)
      .map(({ heat }) => heat);
    expect(heats).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('shows any day that is asked for, in years that stay where they are', () => {
    expect(calendarEnd('2026-11-25', '2026-11-25')).toBe('2026-11-25');
    expect(calendarEnd('2026-11-25', '2026-12-01')).toBe('2026-12-01');
    const newest = calendarWeeks(daysOf([]), '2026-11-25');
    const first = newest[0]?.[0]?.date ?? '';
    expect(calendarEnd('2026-11-25', first)).toBe('2026-11-25');
    const before = calendarEnd('2026-11-25', '2025-11-05');
    const dates = calendarWeeks(daysOf([]), before).map((week) => week[0]?.date);
    expect(dates).toContain('2025-11-03');
    // Nothing lies between two years.
    expect(Date.parse(first) - Date.parse(dates.at(-1) ?? '')).toBe(7 * 86_400_000);
    expect(calendarEnd('2026-11-25', '1991-08-14') <= '1992-08-14').toBe(true);
  });

  it('marks the day on which a feed falls silent, and quietly the working days from then on, until today', () => {
    const silences = [{ source: 'a', feed: 'daily', since: '2025-03-04', until: '2025-03-11' }];
    const days = { ...daysOf([item('2025-03-03', 1), item('2025-03-06', 1)]), silences };
    expect(newestKnown(days)).toBe('2025-03-11');
    const states = calendarWeeks(days, '2025-03-11')
      .flat()
      .map(({ date, state }) => [date, state] as const);
    expect(states.filter(([, state]) => state !== null)).toEqual([
      ['2025-03-03', 'complete'],
      ['2025-03-04', 'missing'],
      ['2025-03-05', 'silent'],
      ['2025-03-06', 'silent'],
      ['2025-03-07', 'silent'],
      ['2025-03-10', 'silent'],
      ['2025-03-11', 'silent'],
    ]);
  });

  it('knows what lies before and after it', () => {
    const days = daysOf([item('2026-11-25', 1), item('2024-01-02', 1), item('2024-03-04', 1)]);
    expect(outside(calendarWeeks(days, '2026-11-25'), days)).toEqual({ earlier: '2024-03-04', later: null });
    expect(outside(calendarWeeks(days, '2025-11-19'), days)).toEqual({ earlier: '2024-03-04', later: '2026-11-25' });
  });

  it('is walked through by arrow keys, over days of which nothing is known', () => {
    const days = calendarWeeks(
      daysOf([item('2025-03-04', 1), item('2025-02-20', 1), item('2025-03-06', 1)]),
      '2025-03-09',
    ).flat();
    expect(neighbour(days, '2025-03-04', 'ArrowDown')).toBe('2025-03-06');
    expect(neighbour(days, '2025-03-04', 'ArrowLeft')).toBe('2025-02-20');
    expect(neighbour(days, '2025-02-20', 'ArrowUp')).toBeNull();
    expect(neighbour(days, '2025-03-04', 'Enter')).toBeNull();
  });
});
