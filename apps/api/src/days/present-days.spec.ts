import type { CalendarDate } from '@diglot/domain';
import type { DayRow, GapRow } from './day.repository.ts';
import { presentDays, presentSilences } from './present-days.ts';

const EVER = { from: null, to: null };

const row = (date: string, changes: Partial<DayRow> = {}): DayRow => ({
  date,
  source: 'lab',
  digests: 2,
  failed: 0,
  waiting: 0,
  entries: 10,
  papers: 9,
  withoutChinese: 1,
  issues: 0,
  firstAt: null,
  lastAt: null,
  ...changes,
});

const gap = (since: string, until: string | null, feed = ''): GapRow => ({
  source: 'lab',
  feed,
  since: since as CalendarDate,
  until: until as CalendarDate | null,
});

describe('the days of a source', () => {
  it('are missing where a notice says so, but for days on which nothing is expected', () => {
    // From the Friday before Labor Day to the Wednesday after it; the day after a holiday is not counted on either.
    const items = presentDays([row('2025-08-28')], [gap('2025-08-29', '2025-09-03')], EVER);
    expect(items.map(({ date, state, papers }) => [date, state, papers])).toEqual([
      ['2025-09-03', 'missing', 0],
      ['2025-08-29', 'missing', 0],
      ['2025-08-28', 'complete', 9],
    ]);
  });

  it('are not missing where no notice says so, however many there are between', () => {
    expect(presentDays([row('2025-03-03'), row('2025-03-07')], [], EVER)).toHaveLength(2);
  });

  it('are incomplete where another feed of the source came, and name each feed that did not', () => {
    const gaps = [gap('2025-03-04', '2025-03-05', 'daily'), gap('2025-03-05', '2025-03-05', 'topics')];
    const items = presentDays([row('2025-03-05')], gaps, EVER);
    expect(items.map(({ date, state, missing, digests }) => [date, state, missing, digests])).toEqual([
      ['2025-03-05', 'partial', ['daily', 'topics'], 2],
      ['2025-03-04', 'missing', ['daily'], 0],
    ]);
  });

  it('are incomplete while digests of them wait, or cannot be read', () => {
    const rows = [row('2025-03-05', { waiting: 1 }), row('2025-03-04', { failed: 1 })];
    expect(presentDays(rows, [], EVER).map(({ state }) => state)).toEqual(['partial', 'partial']);
  });

  it('end where a feed falls silent: that is one silence until today, not a day of its own each morning', () => {
    const gaps = [gap('2025-03-04', null, 'daily')];
    expect(presentDays([], gaps, EVER)).toEqual([]);
    expect(presentSilences(gaps, new Date('2026-11-26T23:30:00Z'))).toEqual([
      { source: 'lab', feed: 'daily', since: '2025-03-04', until: '2026-11-26' },
    ]);
    expect(presentSilences([gap('2025-03-04', '2025-03-04')], new Date())).toEqual([]);
  });
});
