import { readFileSync } from 'node:fs';
import { serveTasks } from '@diglot/threads';
import { LEXICON_URL, createVerifier, loadLexicon } from '@diglot/verification';
import type { BilingualPair, PairVerdict } from '../judging/bilingual-pair.ts';

const verify = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });

/** The real engine, but a text that says `KILL` ends its thread, as a flaw in native code would. */
serveTasks(({ genre, en, zh }: BilingualPair): PairVerdict => {
  if (en.includes('KILL')) process.exit(139);
  const { verdict, score, issues } = verify({ source: en, target: zh, genre });
  return { verdict, score, issues };
});
