import { diffArrays } from 'diff';
import type { TranslationDiff } from '../contract/history.schema.ts';

/** Words of other scripts as a whole, all else character by character: Chinese has no spaces to go by. */
const WORD = /(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|[^]/gu;

/** So many changes are looked for; texts that differ more are shown as a whole. */
const MOST_CHANGES = 2_000;

/** What differs between two texts. */
export function diffTexts(a: string, b: string): TranslationDiff['parts'] {
  const changes = diffArrays(tokens(a), tokens(b), { maxEditLength: MOST_CHANGES }) ?? [
    { value: [a], removed: true, added: false },
    { value: [b], removed: false, added: true },
  ];
  return changes
    .map(({ value, added, removed }) => ({
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value.join(''),
    }))
    .filter(({ text }) => text !== '');
}

function tokens(text: string): string[] {
  return text.match(WORD) ?? [];
}
