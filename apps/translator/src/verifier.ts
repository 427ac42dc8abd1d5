import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { BilingualText, Genre, Judgement, PaperText } from '@diglot/domain';
import { ENGINE_VERSION, LEXICON_URL, createVerifier, loadLexicon } from '@diglot/verification';

/** The verdicts of an entry's texts; null where the digest prints no Chinese at all. */
export interface EntryJudgements {
  readonly title: Judgement | null;
  readonly abstract: Judgement | null;
}

/** Judges what digests print, with the shipped lexicon. */
@Injectable()
export class Verifier {
  readonly #verify: ReturnType<typeof createVerifier>;
  readonly #engine: string;

  constructor() {
    const lexicon = loadLexicon(readFileSync(LEXICON_URL));
    this.#verify = createVerifier({ lexicon });
    // Another lexicon gives other verdicts, so it is a part of the engine's version.
    this.#engine = `${ENGINE_VERSION}+${lexicon.hash.slice(0, 8)}`;
  }

  judge(paper: PaperText): EntryJudgements {
    return { title: this.#judge('title', paper.title), abstract: this.#judge('abstract', paper.abstract) };
  }

  #judge(genre: Genre, { en, zh }: BilingualText): Judgement | null {
    if (zh === null) return null;
    const { verdict, score, issues } = this.#verify({ source: en, target: zh, genre });
    return { verdict, score, issues, engine: this.#engine };
  }
}
