/** What training yields and the lexicon file holds; every probability is a whole number of 255ths. */
export interface LexiconData {
  /** Chinese words, most frequent first, and how often each occurs. */
  readonly words: readonly string[];
  readonly wordCounts: readonly number[];
  /** English stems, most frequent first. */
  readonly stems: readonly string[];
  /** Per stem the numbers of its translations, ascending. */
  readonly links: readonly (readonly number[])[];
  /** P(found | translated) and P(found | unrelated), per stem and per word. */
  readonly stemCover: readonly (readonly [translated: number, unrelated: number])[];
  readonly wordCover: readonly (readonly [translated: number, unrelated: number])[];
  /** Latin words (lower case) and P(kept). */
  readonly kept: readonly (readonly [word: string, probability: number])[];
}
