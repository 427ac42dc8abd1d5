import { FREQUENT_HAN, FREQUENT_WORDS, HEAVY_WORDS } from './frequent-phrases.data.ts';

/** Lengths of frequent phrases, in characters; shorter ones are bigrams, which are indexed anyway. */
export const HAN_LENGTHS = { least: 3, most: 6 } as const;
/** In words. */
export const WORD_LENGTHS = { most: 4 } as const;

/** Made when first asked for: most programs that load this library never search, and it takes some milliseconds. */
let sets: { readonly frequent: ReadonlySet<string>; readonly heavy: ReadonlySet<string> } | null = null;

function makeSets() {
  return {
    frequent: new Set([...FREQUENT_HAN.split(' '), ...FREQUENT_WORDS.split(',')]),
    heavy: new Set(HEAVY_WORDS.split(' ')),
  };
}

/** Whether so many papers hold a stem that two such beside each other must be indexed as a pair. */
export function isHeavy(word: string): boolean {
  return (sets ??= makeSets()).heavy.has(word);
}

/**
 * Whether very many papers hold a phrase (stems between blanks, or Chinese of one or of three to six characters). Of a
 * frequent phrase each beginning is frequent too. A change makes every stored document wrong: they must be made anew.
 */
export function isFrequent(phrase: string): boolean {
  return (sets ??= makeSets()).frequent.has(phrase);
}
