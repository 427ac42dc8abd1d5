import { Injectable } from '@nestjs/common';
import type { BilingualText, Genre, Judgement, PaperText } from '@diglot/domain';
import { ENGINE_VERSION, verify } from '@diglot/verification';

/** The verdicts of an entry's texts; null where the digest prints no Chinese at all. */
export interface EntryJudgements {
  readonly title: Judgement | null;
  readonly abstract: Judgement | null;
}

/** Judges what digests print. */
@Injectable()
export class Verifier {
  judge(paper: PaperText): EntryJudgements {
    return { title: this.#judge('title', paper.title), abstract: this.#judge('abstract', paper.abstract) };
  }

  #judge(genre: Genre, { en, zh }: BilingualText): Judgement | null {
    if (zh === null) return null;
    const { verdict, score, issues } = verify({ source: en, target: zh, genre });
    return { verdict, score, issues, engine: ENGINE_VERSION };
  }
}
