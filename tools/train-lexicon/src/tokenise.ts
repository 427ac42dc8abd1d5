import type { Span } from '@diglot/domain';
import {
  chineseSentences,
  englishSentences,
  fold,
  FUNCTION_WORDS,
  groupSentences,
  latinWords,
  segment,
  stem,
  type Lexicon,
} from '@diglot/verification';
import type { PaperPair } from './digest-pairs.ts';

/** A pair cut as the engine cuts it. */
export interface TokenisedPair {
  readonly pair: PaperPair;
  readonly source: string;
  readonly target: string;
  readonly sourceGroups: readonly Span[];
  readonly targetGroups: readonly Span[];
}

export function tokenise(pair: PaperPair): TokenisedPair {
  const source = fold(pair.source);
  const target = fold(pair.target);
  return {
    pair,
    source,
    target,
    sourceGroups: groupSentences(englishSentences(source)),
    targetGroups: groupSentences(chineseSentences(target)),
  };
}

/** Content stems of a source text; those that the target spells alike are copies, not translations. */
export function contentStems(source: string, target: string): string[] {
  const copies = new Set(latinWords(target).map(({ text }) => stem(text)));
  return latinWords(source)
    .map(({ text }) => text)
    .filter((text) => !FUNCTION_WORDS.has(text.toLowerCase()))
    .map(stem)
    .filter((key) => key.length > 1 && !copies.has(key));
}

/** Numbers of the words of a target text. */
export function wordIds(target: string, dictionary: Parameters<typeof segment>[1]): number[] {
  return segment(target, dictionary)
    .words.map(({ id }) => id)
    .filter((id) => id >= 0);
}

export type { Lexicon };
