import type { Unit } from './unit.ts';

/** Every process with where it listens, for whoever has started them. */
export function describeUnits(units: readonly Unit[]): string {
  const processes = units.filter(({ kind }) => kind === 'process');
  const rows = processes.map((unit) => [unit.name, unit.address ?? `process ${unit.getPid()}`, describeProbes(unit)]);
  return table(rows).replaceAll(/^/gm, '  ');
}

/** Where it says how it is, and its figures; nothing if it does not. */
export function describeProbes({ probesUrl }: Pick<Unit, 'probesUrl'>): string {
  return probesUrl === null ? '' : `health and metrics: ${probesUrl}`;
}

/** Cells of a column begin below each other. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}
