import type { Token } from '@diglot/search';

/** Longest phrases that are looked for: Chinese characters, and words. */
const MOST_CHARACTERS = 6;
const MOST_WORDS = 4;

/** A text as its phrases are counted in it: the words of each unbroken row, and the characters of each run. */
export interface CountedText {
  readonly rows: readonly (readonly string[])[];
  readonly runs: readonly (readonly string[])[];
}

/** @param fields of one paper; no phrase reaches from one into the next */
export function toCountedText(fields: readonly (readonly Token[])[]): CountedText {
  const rows: string[][] = [];
  const runs: string[][] = [];
  for (const tokens of fields) {
    let row: string[] = [];
    for (const { kind, text } of tokens) {
      if (kind === 'word') {
        row.push(text);
      } else {
        if (row.length > 1) rows.push(row);
        row = [];
        runs.push([...text]);
      }
    }
    if (row.length > 1) rows.push(row);
  }
  return { rows, runs };
}

/**
 * The phrases that at least so many texts hold: Chinese of one and of three to six characters, and two to four words.
 * A phrase is counted only where both phrases that are one shorter are frequent, so no count grows large.
 */
export function frequentPhrases(texts: readonly CountedText[], least: number): { han: string[]; words: string[] } {
  const han = grow(
    texts.map(({ runs }) => runs),
    '',
    MOST_CHARACTERS,
    least,
  );
  const words = grow(
    texts.map(({ rows }) => rows),
    ' ',
    MOST_WORDS,
    least,
  );
  return {
    han: han.filter((phrase) => [...phrase].length !== 2),
    words: words.filter((phrase) => phrase.includes(' ')),
  };
}

function grow(texts: readonly (readonly (readonly string[])[])[], glue: string, most: number, least: number): string[] {
  const frequent = new Set<string>();
  for (let length = 1; length <= most; length += 1) {
    const counts = new Map<string, number>();
    for (const rows of texts) {
      for (const phrase of distinct(rows, length, glue, frequent)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
    for (const [phrase, count] of counts) if (count >= least) frequent.add(phrase);
  }
  return [...frequent].toSorted();
}

function distinct(
  rows: readonly (readonly string[])[],
  length: number,
  glue: string,
  frequent: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  for (const row of rows) {
    for (let start = 0; start + length <= row.length; start += 1) {
      const parts = row.slice(start, start + length);
      const isPromising =
        length === 1 || (frequent.has(parts.slice(0, -1).join(glue)) && frequent.has(parts.slice(1).join(glue)));
      if (isPromising) found.add(parts.join(glue));
    }
  }
  return found;
}

/** The words that at least so many texts hold. */
export function frequentWords(texts: readonly CountedText[], least: number): string[] {
  return grow(
    texts.map(({ rows }) => rows),
    '',
    1,
    least,
  );
}
