import type { SettledDigest } from './settled-digests.statement.ts';

/** One line about a digest, for a terminal. */
export function progressLine(digest: SettledDigest): string {
  const name = `${digest.source}/${digest.path}`;
  if (digest.error !== null) return `  ✗ ${name}\n      ${firstLine(digest.error)}`;
  const marks = digest.diagnostics > 0 ? `, ${plural(digest.diagnostics, 'mark', 'marks')}` : '';
  return `  ✓ ${name}: ${describe(digest)}${marks}`;
}

/** `1 entry`, `2,007 entries`. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function describe({ kind, entries }: SettledDigest): string {
  switch (kind) {
    case null:
      return 'deleted';
    case 'digest':
      return plural(entries, 'entry', 'entries');
    default:
      return kind.replace('-', ' ');
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
