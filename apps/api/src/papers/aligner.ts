import { Injectable } from '@nestjs/common';
import { GENRES, classify, type Genre, type PaperState, type Span } from '@diglot/domain';
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

  async align(state: PaperState): Promise<Record<Genre, readonly AlignedSentences[]>> {
    const [title, abstract] = await Promise.all(GENRES.map((genre) => this.#alignField(genre, state[genre])));
    return { title: title ?? [], abstract: abstract ?? [] };
  }

  async #alignField(
    genre: Genre,
    { en, zh }: { readonly en: string; readonly zh: string | null },
  ): Promise<AlignedSentences[]> {
    if (zh === null) return [];
    try {
      const { alignment } = await this.#verifier.verify({ source: en, target: zh, genre });
      return alignment.map(({ source, target }) => ({ en: source, zh: target }));
    } catch (thrown) {
      if (classify(thrown).code !== 'DIGLOT_THREAD_CRASHED') throw thrown;
      // A text that is too much for the engine can still be read, all of it beside all of its English.
      return [{ en: [0, en.length], zh: [0, zh.length] }];
    }
  }
}
