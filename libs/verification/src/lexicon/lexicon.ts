import type { Dictionary } from '../text/chinese.ts';

/** How often a word finds its translation, and what finding it or missing it therefore tells (natural log-likelihood ratios). */
export interface CoverEvidence {
  /** Found: log P(found | translated) − log P(found | unrelated). Positive. */
  readonly found: number;
  /** Missing: log P(missing | translated) − log P(missing | unrelated). Negative. */
  readonly missing: number;
}

/** What the engine knows about the two languages; see docs/verification.md for how it is made. */
export interface Lexicon extends Dictionary {
  /** SHA-256 of the file it was read from. */
  readonly hash: string;
  /** Number of an English stem, or undefined. */
  stemId(stem: string): number | undefined;
  /** Calls back with each Chinese word that may translate the stem. */
  eachLink(stemId: number, visit: (wordId: number) => void): void;
  /** Characters of a Chinese word. */
  lengthOf(wordId: number): number;
  stemEvidence(stemId: number): CoverEvidence;
  wordEvidence(wordId: number): CoverEvidence;
  /** P(a Latin word of the source is kept as it is), from its use in the training pairs; undefined when never seen. */
  retention(word: string): number | undefined;
}
