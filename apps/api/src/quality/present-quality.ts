import type { QualitySeries } from '../contract/quality.schema.ts';
import type { MeasureRow } from './quality.repository.ts';

type Row = QualitySeries['rows'][number];

/** Width of a class of the ratio of lengths, as the indexer makes them. */
const RATIO_STEP = 0.05;

/** Sums of measures as rows, one for each key. */
export function presentRows(sums: readonly MeasureRow[]): Row[] {
  const rows = new Map<string | null, Row>();
  for (const { key, measure, count } of sums) {
    const row = rows.get(key) ?? emptyRow(key);
    add(row, measure, count);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** How often each class of the ratio of lengths occurs, whatever the key. */
export function presentRatios(sums: readonly MeasureRow[]): QualitySeries['ratios'] {
  const counts = new Map<number, number>();
  for (const { measure, count } of sums) {
    const from = /^ratio:(.+)$/.exec(measure)?.[1];
    if (from !== undefined) counts.set(Number(from), (counts.get(Number(from)) ?? 0) + count);
  }
  const classes = [...counts].toSorted(([a], [b]) => a - b);
  return classes.map(([from, count]) => ({ from, to: Number((from + RATIO_STEP).toFixed(2)), count }));
}

function emptyRow(key: string | null): Row {
  return { key, entries: 0, withoutChinese: 0, verdicts: { title: {}, abstract: {} }, severities: {}, issues: {} };
}

function add(row: Row, measure: string, count: number): void {
  const [name = '', label = ''] = measure.split(':');
  if (name === 'entries') row.entries += count;
  else if (name === 'without-chinese') row.withoutChinese += count;
  else if (name === 'title' || name === 'abstract') row.verdicts[name][label] = count;
  else if (name === 'severity') row.severities[label] = count;
  else if (name === 'issue') row.issues[label] = count;
}
