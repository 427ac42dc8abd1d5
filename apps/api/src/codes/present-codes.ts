import { ERROR_TABLE, NOTICE_TABLE, type Explained, type Explanation } from '@diglot/domain';
import type { Codes } from '../contract/codes.schema.ts';

/** The one table of errors and the one of notices, as they are served. */
export function presentCodes(): Codes {
  return {
    errors: mapValues(ERROR_TABLE, (entry) => ({ class: entry.class, ...inBoth(entry) })),
    notices: mapValues(NOTICE_TABLE, inBoth),
  };
}

function inBoth({ meaning, remedy, zh }: Explained): { readonly en: Explanation; readonly zh: Explanation } {
  return { en: { meaning, remedy }, zh };
}

function mapValues<Key extends string, From, To>(table: Record<Key, From>, map: (value: From) => To): Record<Key, To> {
  const entries = (Object.entries(table) as [Key, From][]).map(([key, value]) => [key, map(value)] as const);
  return Object.fromEntries(entries) as Record<Key, To>;
}
