import type { Span } from '@diglot/domain';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { HanWord, Segmentation } from '../text/chinese.ts';
import { FUNCTION_WORDS, shapeOf, stem, type LatinWord } from '../text/english.ts';

/** One word of either text that can be checked for a counterpart in the other. */
export interface LinkedWord {
  readonly from: number;
  readonly to: number;
  /** Its sentence group, 0 to 30. */
  readonly group: number;
  /** Bit n is set when group n of the other text holds a counterpart. */
  mask: number;
  /** Log-likelihood ratios of finding a counterpart and of missing it. */
  readonly found: number;
  readonly missing: number;
}

export interface Links {
  readonly source: readonly LinkedWord[];
  readonly target: readonly LinkedWord[];
}

/** Both texts, taken apart. */
export interface LinkInput {
  readonly sourceGroups: readonly Span[];
  readonly targetGroups: readonly Span[];
  readonly sourceWords: readonly LatinWord[];
  readonly targetWords: readonly LatinWord[];
  readonly targetLength: number;
  readonly segmentation: Segmentation;
  readonly lexicon: Lexicon;
}

/** Evidence of a word that is neither in the lexicon nor in the other text, and of one that both texts spell alike. */
const UNKNOWN_MISSING = -0.3;
const SAME_SPELLING = 2.5;
const FOREIGN_LATIN = -1.5;
/** Names weigh little here, or swapped names would pull their sentences together and hide the swap. */
const SAME_NAME = 0.8;
const FOREIGN_NAME = -0.5;

const isName = (word: string): boolean => ['caps', 'mixed'].includes(shapeOf(word));

/** Finds for each word of one text the sentences of the other that hold a counterpart. */
export function linkWords(input: LinkInput): Links {
  const { lexicon, segmentation } = input;
  const sourceGroupOf = groupFinder(input.sourceGroups);
  const targetGroupOf = groupFinder(input.targetGroups);
  const charMask = new Int32Array(input.targetLength);
  const latinTarget = latinMasks(input.targetWords, targetGroupOf);
  const latinSource = latinMasks(input.sourceWords, sourceGroupOf);

  const stemMasks = new Map<string, number>();
  const source: LinkedWord[] = [];
  for (const [key, mask] of latinSource) stemMasks.set(key, linkStem(key, mask));
  for (const word of input.sourceWords) {
    const key = stem(word.text);
    if (FUNCTION_WORDS.has(word.text.toLowerCase()) || key.length < 2) continue;
    const id = lexicon.stemId(key);
    const evidence = id === undefined ? undefined : lexicon.stemEvidence(id);
    const verbatim = latinTarget.get(key) ?? 0;
    source.push({
      from: word.from,
      to: word.to,
      group: sourceGroupOf(word.from),
      mask: (stemMasks.get(key) ?? 0) | verbatim,
      found: verbatim === 0 ? (evidence?.found ?? 0) : isName(word.text) ? SAME_NAME : SAME_SPELLING,
      missing: evidence?.missing ?? UNKNOWN_MISSING,
    });
  }
  const target = [
    ...hanWords(segmentation.words, charMask, targetGroupOf, lexicon),
    ...latinInTarget(input.targetWords, latinSource, targetGroupOf),
  ];
  return { source, target };

  /** Marks the characters that translate the stem with the sentences it stands in; returns where they are. */
  function linkStem(key: string, mask: number): number {
    const id = lexicon.stemId(key);
    if (id === undefined || FUNCTION_WORDS.has(key)) return 0;
    let found = 0;
    lexicon.eachLink(id, (wordId) => {
      const places = segmentation.occurrences.get(wordId);
      if (places === undefined) return;
      const size = lexicon.lengthOf(wordId);
      for (const place of places) {
        found |= 1 << targetGroupOf(place);
        for (let at = place; at < place + size; at += 1) charMask[at] = (charMask[at] ?? 0) | mask;
      }
    });
    return found;
  }
}

function hanWords(
  words: readonly HanWord[],
  charMask: Int32Array,
  groupOf: (offset: number) => number,
  lexicon: Lexicon,
): LinkedWord[] {
  return words
    .filter(({ id }) => id >= 0)
    .map(({ from, to, id }) => {
      const evidence = lexicon.wordEvidence(id);
      return { from, to, group: groupOf(from), mask: majority(charMask, from, to), ...evidence };
    });
}

/** The bits that at least half of the characters have. */
function majority(charMask: Int32Array, from: number, to: number): number {
  const size = to - from;
  if (size <= 2) return (charMask[from] ?? 0) | (size === 2 ? (charMask[from + 1] ?? 0) : 0);
  let any = 0;
  for (let at = from; at < to; at += 1) any |= charMask[at] ?? 0;
  let result = 0;
  for (let rest = any; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    let count = 0;
    for (let at = from; at < to; at += 1) if (((charMask[at] ?? 0) & bit) !== 0) count += 1;
    if (count * 2 >= size) result |= bit;
  }
  return result;
}

function latinInTarget(
  words: readonly LatinWord[],
  latinSource: ReadonlyMap<string, number>,
  groupOf: (offset: number) => number,
): LinkedWord[] {
  const content = words.filter(({ text }) => !FUNCTION_WORDS.has(text.toLowerCase()));
  return content.map(({ from, to, text }) => ({
    from,
    to,
    group: groupOf(from),
    mask: latinSource.get(stem(text)) ?? 0,
    found: isName(text) ? SAME_NAME : SAME_SPELLING,
    missing: isName(text) ? FOREIGN_NAME : FOREIGN_LATIN,
  }));
}

function latinMasks(words: readonly LatinWord[], groupOf: (offset: number) => number): Map<string, number> {
  const masks = new Map<string, number>();
  for (const word of words) {
    const key = stem(word.text);
    masks.set(key, (masks.get(key) ?? 0) | (1 << groupOf(word.from)));
  }
  return masks;
}

/** Which group an offset lies in; an offset between two groups belongs to the one before. */
function groupFinder(groups: readonly Span[]): (offset: number) => number {
  const starts = groups.map(([from]) => from);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
