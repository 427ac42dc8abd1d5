import type { Issue } from '@diglot/domain';
import type { JudgedPair } from './damaged-set.ts';

/** What an issue is for the score: its check, code and, where it has one, the kind of evidence. */
export function signalOf({ check, code, evidence, severity }: Issue): string {
  return [check, code, evidence['kind'] ?? severity].join('/');
}

/** Per signal and step of probability: how often it is the highest on untouched and on damaged pairs. */
export function signalTable(judged: readonly JudgedPair[], kinds: readonly string[]): string {
  const rows = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { kind, verification } of judged) {
    totals.set(kind, (totals.get(kind) ?? 0) + 1);
    const seen = new Set<string>();
    for (const issue of verification.issues) {
      seen.add(`${signalOf(issue)} ${(Math.floor(issue.probability * 10) / 10).toFixed(1)}`);
    }
    for (const key of seen) {
      const row = rows.get(key) ?? new Map<string, number>();
      row.set(kind, (row.get(kind) ?? 0) + 1);
      rows.set(key, row);
    }
  }
  const lines = [...rows].sort(([first], [second]) => (first < second ? -1 : 1)).map(([key, row]) => {
    const cells = kinds.map((kind) => ((100 * (row.get(kind) ?? 0)) / (totals.get(kind) ?? 1)).toFixed(1).padStart(7));
    return `${key.padEnd(48)}${cells.join('')}`;
  });
  return [`${''.padEnd(48)}${kinds.map((kind) => kind.slice(0, 6).padStart(7)).join('')}`, ...lines].join('\n');
}
