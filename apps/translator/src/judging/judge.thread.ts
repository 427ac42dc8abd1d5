import { readFileSync } from 'node:fs';
import { LEXICON_URL, createVerifier, loadLexicon } from '@diglot/verification';
import type { BilingualPair, PairVerdict } from './bilingual-pair.ts';

const verify = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });

/** Runs in a thread: judges pairs with the shipped lexicon, which each thread loads once. */
export default function judge(pairs: readonly BilingualPair[]): PairVerdict[] {
  return pairs.map(({ genre, en, zh }) => {
    const { verdict, score, issues } = verify({ source: en, target: zh, genre });
    return { verdict, score, issues };
  });
}
