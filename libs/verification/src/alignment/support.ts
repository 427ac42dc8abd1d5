import type { Span } from '@diglot/domain';
import { bits } from './align.ts';
import type { BeadRange, GroupedWords } from './align.ts';
import type { LinkedWord } from './links.ts';

/** How well the other text supports one sentence. */
export interface Support {
  /** Sentence group on its own side. */
  readonly group: number;
  /** Log-likelihood ratio of "said there too" against "not said"; negative when it is missing there. */
  readonly evidence: number;
  /** 0 to 1, words weighed by how surely they should be found. */
  readonly coverage: number;
  /** Words that were looked for. */
  readonly words: number;
}

/** Support of every source sentence by its bead; a sentence without a bead is held against its neighbours. */
export function sourceSupport(words: GroupedWords, ranges: readonly BeadRange[]): Support[] {
  return ranges.flatMap((range, index) => {
    const mask = maskOf(ranges, index, 'target');
    return groupsOf(range.source).map((group) => supportOf(words.source[group] ?? [], group, mask));
  });
}

/** The same for every sentence of the translation. */
export function targetSupport(words: GroupedWords, ranges: readonly BeadRange[]): Support[] {
  return ranges.flatMap((range, index) => {
    const mask = maskOf(ranges, index, 'source');
    return groupsOf(range.target).map((group) => supportOf(words.target[group] ?? [], group, mask));
  });
}

function supportOf(words: readonly LinkedWord[], group: number, mask: number): Support {
  let evidence = 0;
  let all = 0;
  let covered = 0;
  for (const word of words) {
    const isFound = (word.mask & mask) !== 0;
    evidence += isFound ? word.found : word.missing;
    all -= word.missing;
    if (isFound) covered -= word.missing;
  }
  return { group, evidence, coverage: all === 0 ? 1 : covered / all, words: words.length };
}

function maskOf(ranges: readonly BeadRange[], index: number, side: 'source' | 'target'): number {
  const own = ranges[index]?.[side] ?? [0, 0];
  if (own[1] > own[0]) return bits(own);
  const before = ranges[index - 1]?.[side] ?? [0, 0];
  const after = ranges[index + 1]?.[side] ?? [0, 0];
  return bits(before) | bits(after);
}

const groupsOf = ([from, to]: Span): number[] => Array.from({ length: to - from }, (_, index) => from + index);
