import type { PointTotal } from './tally.ts';

const COLUMNS = ['crash point', 'runs', 'kills', 'lost', 'doubled', 'undrained', 's to drain'] as const;

/** The totals as a table for a terminal, sorted by name, with a last line for all of them. */
export function renderTable(totals: readonly PointTotal[]): string {
  const rows = totals.toSorted((one, other) => one.point.localeCompare(other.point)).map(cells);
  const sum = (pick: (total: PointTotal) => number): number => totals.reduce((all, total) => all + pick(total), 0);
  const all = ['all', ...[sum(runs), sum(kills), sum(lost), sum(doubled), sum(undrained)].map(String), ''];
  const lines = [[...COLUMNS], ...rows, all];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => line.map((cell, at) => align(cell, widths[at] ?? 0, at === 0)).join('  ')).join('\n');
}

function cells(total: PointTotal): string[] {
  const { point, secondsToDrain } = total;
  const counts = [runs, kills, lost, doubled, undrained].map((pick) => String(pick(total)));
  return [point, ...counts, secondsToDrain.toFixed(1)];
}

function align(cell: string, width: number, isName: boolean): string {
  return isName ? cell.padEnd(width) : cell.padStart(width);
}

const runs = (total: PointTotal): number => total.runs;
const kills = (total: PointTotal): number => total.kills;
const lost = (total: PointTotal): number => total.lost;
const doubled = (total: PointTotal): number => total.doubled;
const undrained = (total: PointTotal): number => total.undrained;
