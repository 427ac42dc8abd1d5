import { readFileSync } from 'node:fs';
import { serveTasks } from '@diglot/threads';
import { LEXICON_URL, createVerifier, loadLexicon, type Verification, type Verifier } from '@diglot/verification';

const verify = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });

/** Looks at pairs with the shipped lexicon, and says which of their sentences belong together. */
serveTasks((pair: Parameters<Verifier>[0]): Verification => verify(pair));
