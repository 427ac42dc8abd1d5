import { isHan } from './scripts.ts';

/** Longest word of a dictionary, in characters. */
export const MAX_WORD = 8;

/** A word list with the cost of each word (negative natural logarithm of its share of running words). */
export interface Dictionary {
  /** Number of a word, or undefined. */
  idOf(word: string): number | undefined;
  /** Calls back with every word that starts at an offset and ends no later than `end`. */
  eachWordAt(text: string, at: number, end: number, visit: (id: number, size: number) => void): void;
  costOf(id: number): number;
  /** Cost of a character that no word covers. */
  readonly unknownCost: number;
}

/** A word of a Chinese text. */
export interface HanWord {
  readonly from: number;
  readonly to: number;
  /** Number in the dictionary, -1 for a character that it lacks. */
  readonly id: number;
}

/** Every dictionary word that occurs in a text, overlapping ones too, with where it starts. */
export type Occurrences = ReadonlyMap<number, readonly number[]>;

/** A Chinese text cut into words, and all the words it could be cut into. */
export interface Segmentation {
  readonly words: readonly HanWord[];
  readonly occurrences: Occurrences;
}

/**
 * Cuts runs of ideographs into words: the cheapest path through all dictionary words (the unigram model that jieba uses).
 * Linear: a word has at most {@link MAX_WORD} characters.
 */
export function segment(text: string, dictionary: Dictionary): Segmentation {
  const words: HanWord[] = [];
  const occurrences = new Map<number, number[]>();
  let index = 0;
  while (index < text.length) {
    if (!isHan(text.charCodeAt(index))) {
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < text.length && isHan(text.charCodeAt(end))) end += 1;
    segmentRun(text, index, end, dictionary, words, occurrences);
    index = end;
  }
  return { words, occurrences };
}

function segmentRun(
  text: string,
  from: number,
  to: number,
  dictionary: Dictionary,
  words: HanWord[],
  occurrences: Map<number, number[]>,
): void {
  const length = to - from;
  const best = new Float64Array(length + 1).fill(Infinity);
  const startOf = new Int32Array(length + 1);
  const idAt = new Int32Array(length + 1).fill(-1);
  best[0] = 0;
  for (let start = 0; start < length; start += 1) {
    const base = best[start] ?? 0;
    relax(start + 1, start, -1, base + dictionary.unknownCost);
    dictionary.eachWordAt(text, from + start, to, (id, size) => {
      const places = occurrences.get(id);
      if (places === undefined) occurrences.set(id, [from + start]);
      else places.push(from + start);
      relax(start + size, start, id, base + dictionary.costOf(id));
    });
  }
  const path: HanWord[] = [];
  for (let end = length; end > 0; end = startOf[end] ?? 0) {
    path.push({ from: from + (startOf[end] ?? 0), to: from + end, id: idAt[end] ?? -1 });
  }
  for (let index = path.length - 1; index >= 0; index -= 1) words.push(path[index] as HanWord);

  function relax(end: number, start: number, id: number, cost: number): void {
    if (cost >= (best[end] ?? Infinity)) return;
    best[end] = cost;
    startOf[end] = start;
    idAt[end] = id;
  }
}
