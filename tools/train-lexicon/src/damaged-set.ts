import type { Verification, Verifier } from '@diglot/verification';
import { corrupt, CORRUPTIONS, type Corruption } from './corrupt.ts';
import type { PaperPair } from './digest-pairs.ts';
import { Random } from './random.ts';

/** One judged pair: untouched, or damaged in a known way. */
export interface JudgedPair {
  readonly kind: Corruption | 'ok';
  readonly verification: Verification;
  readonly sourceWords: number;
}

/** Judges a sample of abstracts, untouched and damaged in every way once. */
export function judgeDamaged(pairs: readonly PaperPair[], verify: Verifier, size: number, seed: number): JudgedPair[] {
  const random = new Random(seed);
  const abstracts = pairs.filter(({ genre }) => genre === 'abstract');
  const titles = new Map(
    pairs.filter(({ genre }) => genre === 'title').map(({ arxivId, target }) => [arxivId, target]),
  );
  const judged: JudgedPair[] = [];
  for (let count = 0; count < size; count += 1) {
    const pair = random.pick(abstracts);
    const other = random.pick(abstracts);
    if (!pair || !other || other.arxivId === pair.arxivId) continue;
    const add = (kind: JudgedPair['kind'], target: string): void => {
      judged.push({ kind, verification: verify({ ...pair, target }), sourceWords: pair.source.split(/\s+/u).length });
    };
    add('ok', pair.target);
    for (const kind of CORRUPTIONS) {
      const target = corrupt(kind, pair, random, {
        title: titles.get(pair.arxivId) ?? pair.target.slice(0, 30),
        other,
      });
      if (target !== null) add(kind, target);
    }
  }
  return judged;
}
