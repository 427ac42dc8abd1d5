import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { sha256, type BilingualText, type Genre, type Judgement, type PaperText } from '@diglot/domain';
import { ENGINE_VERSION, LEXICON_URL, createVerifier, loadLexicon } from '@diglot/verification';

/** The verdicts of an entry's texts; null where the digest prints no Chinese at all. */
export interface EntryJudgements {
  readonly title: Judgement | null;
  readonly abstract: Judgement | null;
}

/** Nearly every paper stands in two digests of a day, most with the same Chinese: some days' worth of verdicts. */
const REMEMBERED = 10_000;

/** Judges what digests print, with the shipped lexicon. */
@Injectable()
export class Verifier {
  readonly #verify: ReturnType<typeof createVerifier>;
  readonly #engine: string;
  readonly #judged = new LRUCache<string, Judgement>({ max: REMEMBERED });

  constructor() {
    const lexicon = loadLexicon(readFileSync(LEXICON_URL));
    this.#verify = createVerifier({ lexicon });
    // Another lexicon gives other verdicts, so it is a part of the engine's version.
    this.#engine = `${ENGINE_VERSION}+${lexicon.hash.slice(0, 8)}`;
  }

  judge(paper: PaperText): EntryJudgements {
    return { title: this.#judge('title', paper.title), abstract: this.#judge('abstract', paper.abstract) };
  }

  /** The same texts get the same verdict, so they are judged once. */
  #judge(genre: Genre, { en, zh }: BilingualText): Judgement | null {
    if (zh === null) return null;
    const key = `${genre} ${sha256(en)} ${sha256(zh)}`;
    const known = this.#judged.get(key);
    if (known) return known;
    const { verdict, score, issues } = this.#verify({ source: en, target: zh, genre });
    const judgement = { verdict, score, issues, engine: this.#engine };
    this.#judged.set(key, judgement);
    return judgement;
  }
}
