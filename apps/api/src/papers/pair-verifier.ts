import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { LEXICON_URL, createVerifier, loadLexicon, type Verification, type Verifier } from '@diglot/verification';

/** The engine, for single texts that a reader looks at. */
@Injectable()
export class PairVerifier {
  #verify: Verifier | null = null;

  /** The lexicon is loaded when the first text is looked at: lists need none. */
  verify(pair: Parameters<Verifier>[0]): Verification {
    this.#verify ??= createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });
    return this.#verify(pair);
  }
}
