import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { GENRES, type Genre, type Judgement, type PaperText } from '@diglot/domain';
import { rescore } from '@diglot/verification';
import { pairKey, type BilingualPair } from './bilingual-pair.ts';
import { JUDGING_THREADS, type JudgingThreads } from './judging-threads.ts';

/** The verdicts of an entry's texts; null where the digest prints no Chinese at all. */
export interface EntryJudgements {
  readonly title: Judgement | null;
  readonly abstract: Judgement | null;
}

/** Nearly every paper stands in two digests of a day, most with the same Chinese: some days' worth of verdicts. */
const REMEMBERED = 10_000;

/** Judges what digests print, in threads: an abstract takes milliseconds, a hostile one as long as its megabyte. */
@Injectable()
export class Verifier implements OnApplicationShutdown {
  readonly #threads: JudgingThreads;
  readonly #judged = new LRUCache<string, Promise<Judgement>>({ max: REMEMBERED });

  constructor(@Inject(JUDGING_THREADS) threads: JudgingThreads) {
    this.#threads = threads;
  }

  /** Version of the engine that judges, with the scorer's where there is one. */
  get engine(): string {
    const { engine, scorer } = this.#threads;
    return scorer ? `${engine}+${scorer.name}@${scorer.version}` : engine;
  }

  /** @throws DiglotError `DIGLOT_THREAD_CRASHED` when the texts killed the thread that judged them */
  async judge(paper: PaperText): Promise<EntryJudgements> {
    const pairs = pairsOf(paper);
    const judgements = await Promise.all(pairs.map((pair) => this.judgePair(pair)));
    const of = (genre: Genre): Judgement | null => judgements[pairs.findIndex((pair) => pair.genre === genre)] ?? null;
    return { title: of('title'), abstract: of('abstract') };
  }

  /**
   * The same texts get the same verdict, so they are judged once, also when they are asked for twice at once. Each pair is
   * a task of its own: one that kills its thread takes no other with it.
   * @returns null where nothing is verified at all (`Unverified`)
   * @throws DiglotError `DIGLOT_THREAD_CRASHED` when the texts killed the thread that judged them
   */
  judgePair(pair: BilingualPair): Promise<Judgement | null> {
    const key = pairKey(pair);
    const known = this.#judged.get(key);
    if (known) return known;
    const judgement = this.#judgeAnew(pair);
    this.#judged.set(key, judgement);
    const forget = (): void => void this.#judged.delete(key);
    // What failed is not remembered, nor what a scorer should have had its say about: it may have been the thread, or the
    // network, and not the text.
    judgement.then(({ engine }) => (engine === this.engine ? undefined : forget()), forget);
    return judgement;
  }

  /** A scorer that is away keeps nothing up: the engine's own verdict stands, under the engine's own version. */
  async #judgeAnew(pair: BilingualPair): Promise<Judgement> {
    const { pool, engine, scorer } = this.#threads;
    const judgement: Judgement = { ...(await pool.run(pair)), engine };
    if (!scorer) return judgement;
    try {
      const asked = { pair: { genre: pair.genre, source: pair.en, target: pair.zh }, judgement };
      const [scored] = await rescore([asked], scorer);
      return { ...(scored ?? judgement), engine: this.engine };
    } catch {
      return judgement;
    }
  }

  /** After every consumer has ended. */
  async onApplicationShutdown(): Promise<void> {
    await this.#threads.pool.close();
  }
}

/** The texts of a paper that have a translation. */
export function pairsOf(paper: Pick<PaperText, 'title' | 'abstract'>): BilingualPair[] {
  return GENRES.flatMap((genre) => {
    const { en, zh } = paper[genre];
    return zh === null ? [] : [{ genre, en, zh }];
  });
}
