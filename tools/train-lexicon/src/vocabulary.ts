import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { isHan } from '@diglot/verification';
import { contentStems, type TokenisedPair } from './tokenise.ts';

const MIN_WORD_COUNT = 3;
const MIN_STEM_COUNT = 2;
const MAX_STEMS = 32_000;
const LONGEST_WORD = 8;

/** The words of both languages with their counts, most frequent first. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly wordCounts: readonly number[];
  readonly stems: readonly string[];
}

export function buildVocabulary(pairs: readonly TokenisedPair[]): Vocabulary {
  const jieba = Jieba.withDict(dict);
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  for (const { source, target } of pairs) {
    for (const word of jieba.cut(target, true)) if (isHanWord(word)) count(words, word);
    for (const key of contentStems(source, target)) count(stems, key);
  }
  // A character of its own must stay possible wherever no word fits.
  for (const [word, times] of Array.from(words))
    for (const character of Array.from(word)) count(words, character, times / 1000);
  const kept = ranked(words, MIN_WORD_COUNT).filter(([word]) => word.length <= LONGEST_WORD);
  return {
    words: kept.map(([word]) => word),
    wordCounts: kept.map(([, times]) => Math.ceil(times)),
    stems: ranked(stems, MIN_STEM_COUNT)
      .slice(0, MAX_STEMS)
      .map(([key]) => key),
  };
}

const isHanWord = (word: string): boolean => Array.from(word).every((character) => isHan(character.charCodeAt(0)));

function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

function ranked(counts: ReadonlyMap<string, number>, least: number): [string, number][] {
  return [...counts]
    .filter(([, times]) => times >= least)
    .sort(([first, firstTimes], [second, secondTimes]) => secondTimes - firstTimes || (first < second ? -1 : 1));
}
