import { Injectable } from '@nestjs/common';
import { GENRES, type Genre, type PaperState, type Span } from '@diglot/domain';
import { PairVerifier } from './pair-verifier.ts';

/** Sentences of both languages that belong together; null where a side has none. */
export interface AlignedSentences {
  readonly en: Span | null;
  readonly zh: Span | null;
}

/** Says which sentences of a paper's texts belong together, as the verifier sees it. */
@Injectable()
export class Aligner {
  readonly #verifier: PairVerifier;

  constructor(verifier: PairVerifier) {
    this.#verifier = verifier;
  }

  align(state: PaperState): Record<Genre, AlignedSentences[]> {
    const [title, abstract] = GENRES.map((genre) => this.#alignField(genre, state[genre]));
    return { title: title ?? [], abstract: abstract ?? [] };
  }

  #alignField(genre: Genre, { en, zh }: { readonly en: string; readonly zh: string | null }): AlignedSentences[] {
    if (zh === null) return [];
    const { alignment } = this.#verifier.verify({ source: en, target: zh, genre });
    return alignment.map(({ source, target }) => ({ en: source, zh: target }));
  }
}
