import { sha256, type Genre, type Judgement } from '@diglot/domain';

/** A text with its translation. */
export interface BilingualPair {
  readonly genre: Genre;
  readonly en: string;
  readonly zh: string;
}

/** What a thread answers; the engine's version is known to whoever asked. */
export type PairVerdict = Omit<Judgement, 'engine'>;

/** By genre and hashes: the same texts get the same verdict from the same engine. */
export function pairKey({ genre, en, zh }: BilingualPair): string {
  return `${genre} ${sha256(en)} ${sha256(zh)}`;
}
