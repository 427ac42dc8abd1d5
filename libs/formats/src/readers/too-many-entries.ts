import { DiglotError } from '@diglot/domain';
import { MAX_ENTRIES, type ParsedEntry, type ReadOptions } from '../digest-file.ts';

/** @throws DiglotError `DIGLOT_DIGEST_TOO_MANY_ENTRIES` at the first that is too many */
export function refuseTooMany(entries: readonly ParsedEntry[], { path }: ReadOptions): void {
  const first = entries[MAX_ENTRIES];
  if (first === undefined) return;
  throw new DiglotError('DIGLOT_DIGEST_TOO_MANY_ENTRIES', `more than ${MAX_ENTRIES.toLocaleString('en')} blocks`, {
    place: { file: path, line: first.line, column: 1 },
  });
}
