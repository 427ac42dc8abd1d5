import type { Token } from './tokenize.ts';

/** The ranges of the common Chinese characters (Unicode, CJK Unified Ideographs and Extension A). */
const UNIFIED = { from: 0x4e00, count: 0x5200 } as const;
const EXTENSION_A = { from: 0x3400, count: 0x19c0 } as const;
/** A character takes 15 bits of a term. */
const BITS = 15;
const REST = UNIFIED.count + EXTENSION_A.count;

/**
 * The distinct terms that tokens are indexed under, as 32-bit integers, ascending. A word is one, negative: 31 bits of a
 * hash. A run of Chinese characters is its bigrams, not negative: 15 bits for each character, so two bigrams of common
 * characters never share a term. A character that stands alone has none.
 */
export function termsOf(...texts: readonly (readonly Token[])[]): number[] {
  const terms = new Set<number>();
  for (const tokens of texts) {
    for (const { kind, text } of tokens) {
      if (kind === 'word') terms.add(wordTerm(text));
      else addBigrams(terms, text);
    }
  }
  return Array.from(Int32Array.from(terms).sort());
}

/** Whether the terms of a token say all about it: exactly the texts that hold them hold the token. */
export function isExact({ kind, text }: Token): boolean {
  return kind === 'han' && text.length === 2 && isCommon(text.charCodeAt(0)) && isCommon(text.charCodeAt(1));
}

function addBigrams(terms: Set<number>, run: string): void {
  let before = -1;
  for (const character of run) {
    const code = hanCode(character.codePointAt(0) ?? 0);
    if (before >= 0) terms.add((before << BITS) | code);
    before = code;
  }
}

/** Rare characters share the codes that the common ones leave over; whoever finds them looks at the text again. */
function hanCode(point: number): number {
  if (point >= UNIFIED.from && point < UNIFIED.from + UNIFIED.count) return point - UNIFIED.from;
  if (point >= EXTENSION_A.from && point < EXTENSION_A.from + EXTENSION_A.count) {
    return UNIFIED.count + point - EXTENSION_A.from;
  }
  return REST + (point % (2 ** BITS - REST));
}

function isCommon(point: number): boolean {
  return hanCode(point) < REST;
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), then MurmurHash3's finaliser to spread it. */
function wordTerm(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0x80000000;
}
