import { readFileSync } from 'node:fs';
import { serveTasks } from '@diglot/threads';
import { LEXICON_URL, createVerifier, loadLexicon } from '@diglot/verification';
import type { BilingualPair, PairVerdict } from './bilingual-pair.ts';

const verify = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });

/** Judges pairs with the shipped lexicon, which each thread loads once. */
serveTasks(({ genre, en, zh }: BilingualPair): PairVerdict => {
  const { verdict, score, issues } = verify({ source: en, target: zh, genre });
  return { verdict, score, issues };
});
