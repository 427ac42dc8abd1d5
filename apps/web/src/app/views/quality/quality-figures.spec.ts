import type { QualityRow } from '../../../api/types.ts';
import { findingRates, issueColumns, mostFrequent, ratioBins, sumIssues } from './quality-figures.ts';

const row = (key: string | null, issues: Record<string, number>): QualityRow => ({
  key,
  entries: 1,
  withoutChinese: 0,
  verdicts: { title: {}, abstract: {} },
  severities: {},
  issues,
});

describe('figures of quality', () => {
  const rows = [
    row('2025-03-04', { number: 2, omission: 1 }),
    row(null, { number: 5 }),
    row('2025-03-05', { number: 1 }),
  ];

  it('add up, the most frequent first', () => {
    expect(mostFrequent(sumIssues(rows))).toEqual([
      { code: 'number', count: 8 },
      { code: 'omission', count: 1 },
    ]);
    expect(mostFrequent({ b: 1, a: 1, c: 2 }, 2).map(({ code }) => code)).toEqual(['c', 'a']);
  });

  it('are rates of one row, the most frequent first; what is found no more is left out', () => {
    expect(findingRates({ entries: 8, issues: { omission: 2, number: 12, gone: 0 } })).toEqual([
      { code: 'number', count: 12, per100: 150 },
      { code: 'omission', count: 2, per100: 25 },
    ]);
    expect(findingRates({ entries: 0, issues: { number: 1 } })).toEqual([]);
  });

  it('are columns over days, with zeros where nothing was found', () => {
    const [first, second] = [Date.UTC(2025, 2, 4) / 1_000, Date.UTC(2025, 2, 5) / 1_000];
    expect(issueColumns(rows, ['omission', 'number'])).toEqual([
      [first, second],
      [1, 0],
      [2, 1],
    ]);
  });

  it('leave a gap where no digest came for more than a week, and none over a week', () => {
    const days = ['2025-03-03', '2025-03-10', '2025-06-02'].map((day) => row(day, { number: 1 }));
    const [moments, counts] = issueColumns(days, ['number']);
    expect(moments.map((at) => new Date(at * 1_000).toISOString().slice(0, 10))).toEqual([
      '2025-03-03',
      '2025-03-10',
      '2025-03-11',
      '2025-06-02',
    ]);
    expect(counts).toEqual([1, 1, null, 1]);
  });

  it('are a histogram without gaps, in which everything is counted', () => {
    const bins = ratioBins([
      { from: 0, to: 0.05, count: 4 },
      { from: 0.3, to: 0.35, count: 7 },
      { from: 1, to: 1.05, count: 2 },
      { from: 1.5, to: 1.55, count: 1 },
    ]);
    expect(bins).toHaveLength(21);
    expect(bins.filter(({ count }) => count > 0)).toEqual([
      { from: 0, to: 0.05, count: 4 },
      { from: 0.3, to: 0.35, count: 7 },
      { from: 1, to: null, count: 3 },
    ]);
  });
});
