import type { EntryKey } from '@diglot/domain';

/** Keys of entries as the four arrays that `unnest` makes rows of. */
export function entryColumns(keys: readonly EntryKey[]): [string[], string[], string[], number[]] {
  return [
    keys.map(({ source }) => source),
    keys.map(({ path }) => path),
    keys.map(({ arxivId }) => arxivId),
    keys.map(({ ordinal }) => ordinal),
  ];
}
