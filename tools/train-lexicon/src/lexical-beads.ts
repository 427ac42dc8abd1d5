import {
  alignGroups,
  byGroup,
  latinWords,
  linkWords,
  NO_WORDS,
  segment,
  type BeadRange,
  type Lexicon,
} from '@diglot/verification';
import type { Span } from '@diglot/domain';
import type { TokenisedPair } from './tokenise.ts';

/** Beads by length alone (no lexicon yet), or by words and length. */
export function beadsOf(pair: TokenisedPair, lexicon: Lexicon | null): BeadRange[] {
  const lengths = { source: pair.sourceGroups.map(lengthOf), target: pair.targetGroups.map(lengthOf) };
  if (lexicon === null) return alignGroups(NO_WORDS, lengths);
  const { source, target } = linksOf(pair, pair, lexicon);
  const words = {
    source: byGroup(source, pair.sourceGroups.length),
    target: byGroup(target, pair.targetGroups.length),
  };
  return alignGroups(words, lengths);
}

const lengthOf = ([from, to]: Span): number => to - from;

/** Links between the source of one pair and the target of another (the same one, unless chance is to be measured). */
export function linksOf(from: TokenisedPair, to: TokenisedPair, lexicon: Lexicon): ReturnType<typeof linkWords> {
  return linkWords({
    sourceGroups: from.sourceGroups,
    targetGroups: to.targetGroups,
    sourceWords: latinWords(from.source),
    targetWords: latinWords(to.target),
    targetLength: to.target.length,
    segmentation: segment(to.target, lexicon),
    lexicon,
  });
}

/** The text of some groups. */
export function textOf(text: string, groups: readonly Span[], range: Span): string {
  const first = groups[range[0]];
  const last = groups[range[1] - 1];
  return first && last ? text.slice(first[0], last[1]) : '';
}
