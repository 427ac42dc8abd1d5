import type { Codes } from '../../api/types.ts';

/** What a code means, and what can be done about it. */
export interface Explanation {
  readonly meaning: string;
  readonly remedy: string;
}

/** A code that the table lacks, because a newer version wrote it, is told as the api told it. */
export function explanationOf(
  { errors, notices }: Codes,
  language: 'en' | 'zh',
  code: string | null,
  english: Explanation,
): Explanation {
  if (code === null) return english;
  const table = [errors, notices].find((each) => Object.hasOwn(each, code));
  return table?.[code]?.[language] ?? english;
}
