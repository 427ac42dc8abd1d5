import type { Pair } from '../context/pair-context.ts';

/**
 * The port for what judges by meaning: a quality estimation model, sentence embeddings, a language model as a judge. The
 * engine is whole without one and stays synchronous and deterministic; a scorer is asked afterwards, see `rescore`.
 */
export interface Scorer {
  /** Who scores, and which version: another one may give other scores. */
  readonly name: string;
  readonly version: string;
  /**
   * How well each translation says what its source says, from 0 to 1; null where it cannot tell.
   * @throws whatever keeps it from scoring at all; the verdicts then stay as they are
   */
  score(pairs: readonly Pair[]): Promise<readonly (number | null)[]>;
}
