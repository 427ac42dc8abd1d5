import type { Span } from '@diglot/domain';
import { MAX_GROUPS } from './align.ts';

/** Joins neighbouring sentences evenly until there are few enough to align. */
export function groupSentences(sentences: readonly Span[]): Span[] {
  if (sentences.length <= MAX_GROUPS) return [...sentences];
  const groups: Span[] = [];
  for (let group = 0; group < MAX_GROUPS; group += 1) {
    const first = sentences[Math.floor((group * sentences.length) / MAX_GROUPS)];
    const last = sentences[Math.floor(((group + 1) * sentences.length) / MAX_GROUPS) - 1];
    if (first && last) groups.push([first[0], last[1]]);
  }
  return groups;
}
