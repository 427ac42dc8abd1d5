import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { GENRES, type Genre, type PaperState, type Span } from '@diglot/domain';
import { LEXICON_URL, createVerifier, loadLexicon, type Verifier } from '@diglot/verification';

/** Sentences of both languages that belong together; null where a side has none. */
export interface AlignedSentences {
  readonly en: Span | null;
  readonly zh: Span | null;
}

/** Says which sentences of a paper's texts belong together, as the verifier sees it. */
@Injectable()
export class Aligner {
  #verify: Verifier | null = null;

  align(state: PaperState): Record<Genre, AlignedSentences[]> {
    const [title, abstract] = GENRES.map((genre) => this.#alignField(genre, state[genre]));
    return { title: title ?? [], abstract: abstract ?? [] };
  }

  #alignField(genre: Genre, { en, zh }: { readonly en: string; readonly zh: string | null }): AlignedSentences[] {
    if (zh === null) return [];
    const { alignment } = this.#verifier()({ source: en, target: zh, genre });
    return alignment.map(({ source, target }) => ({ en: source, zh: target }));
  }

  /** The lexicon is loaded when the first paper is read: lists need none. */
  #verifier(): Verifier {
    this.#verify ??= createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });
    return this.#verify;
  }
}
