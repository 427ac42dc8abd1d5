import type { QualityRow, QualitySeries } from '../../../api/types.ts';

export type Counts = Readonly<Record<string, number>>;

/** Codes with how often each was found, the most frequent first. */
export function mostFrequent(issues: Counts, most = Infinity): { readonly code: string; readonly count: number }[] {
  return Object.entries(issues)
    .map(([code, count]) => ({ code, count }))
    .toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code))
    .slice(0, most);
}

/** One kind of finding among the texts of a source or a translator. */
export interface FindingRate {
  readonly code: string;
  readonly count: number;
  /** For each 100 entries; one entry can have several of a kind, so this is no share. */
  readonly per100: number;
}

/** What is found among the texts of one row, the most frequent first. */
export function findingRates({ issues, entries }: Pick<QualityRow, 'issues' | 'entries'>): FindingRate[] {
  const found = mostFrequent(issues).filter(({ count }) => count > 0);
  return entries === 0 ? [] : found.map(({ code, count }) => ({ code, count, per100: (100 * count) / entries }));
}

/** Rows that stand for one source, one translator or all. */
export function sumIssues(rows: readonly QualityRow[]): Counts {
  const sums: Record<string, number> = {};
  for (const { issues } of rows)
    for (const [code, count] of Object.entries(issues)) sums[code] = (sums[code] ?? 0) + count;
  return sums;
}

const DAY = 86_400;
/** Weekends and holidays have no digests, and are no gap; a week without any is one. */
const GAP = 7 * DAY;

/**
 * How often each code was found on each day, as columns; entries without a day have no place on a line of time. Where no
 * digest came for more than a week there is nothing to be found: null, so that no line is drawn over it.
 */
export function issueColumns(
  rows: readonly QualityRow[],
  codes: readonly string[],
): [moments: number[], ...counts: (number | null)[][]] {
  const days = rows
    .filter(({ key }) => key !== null)
    .map(({ key, issues }) => ({ at: Date.parse(`${key}T00:00:00Z`) / 1_000, issues }))
    .flatMap((day, index, all) => {
      const before = all[index - 1];
      return before && day.at - before.at > GAP ? [{ at: before.at + DAY, issues: null }, day] : [day];
    });
  return [
    days.map(({ at }) => at),
    ...codes.map((code) => days.map(({ issues }) => (issues === null ? null : (issues[code] ?? 0)))),
  ];
}

export interface RatioBin {
  readonly from: number;
  /** null: and more. */
  readonly to: number | null;
  readonly count: number;
}

const WIDTH = 0.05;
const BINS = 20;

/** Equal bins from nothing to as long as the English, and one for all that is longer; without gaps. */
export function ratioBins(ratios: QualitySeries['ratios']): RatioBin[] {
  const counts = Array.from({ length: BINS + 1 }, () => 0);
  for (const { from, count } of ratios) {
    const bin = Math.min(Math.round(from / WIDTH), BINS);
    counts[bin] = (counts[bin] ?? 0) + count;
  }
  return counts.map((count, bin) => ({
    from: (bin * 5) / 100,
    to: bin === BINS ? null : ((bin + 1) * 5) / 100,
    count,
  }));
}
