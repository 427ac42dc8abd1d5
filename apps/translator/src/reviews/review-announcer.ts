import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import { classify, type Judgement } from '@diglot/domain';
import { BUS, LOGGER, RepeatedWork, announce, appendToOutbox, failpoint, type Bus } from '@diglot/pipeline';
import { Database, type Logger } from '@diglot/platform';
import { findingsHash } from '../announced-fact.ts';
import { Verifier } from '../judging/verifier.ts';
import { MemoryRepository } from '../memory.repository.ts';
import { markAnnounced } from './mark-announced.statement.ts';
import { reviewFact, type RequestedReview } from './requested-review.ts';
import { unannouncedReviews } from './unannounced-reviews.statement.ts';

/** A person waits for what comes of it. */
const LOOK_MILLISECONDS = 300;
const AFTER_FAILURE = 5_000;
const BATCH = 20;

/**
 * Announces reviews that were asked for, each once, with what the verifier finds in the text of an edit; that decides
 * nothing. A kill at any moment leaves a review that is not marked, which the next look finds; of several processes at once
 * one marks it.
 */
@Injectable()
export class ReviewAnnouncer implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #database: Database;
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #verifier: Verifier;
  readonly #memory: MemoryRepository;
  readonly #repeated: RepeatedWork;

  constructor(
    database: Database,
    @Inject(BUS) bus: Bus,
    @Inject(LOGGER) logger: Logger,
    verifier: Verifier,
    memory: MemoryRepository,
  ) {
    this.#database = database;
    this.#bus = bus;
    this.#logger = logger.child({ service: 'translator' });
    this.#verifier = verifier;
    this.#memory = memory;
    this.#repeated = new RepeatedWork({
      work: () => this.look(),
      milliseconds: LOOK_MILLISECONDS,
      afterFailure: AFTER_FAILURE,
      logger: this.#logger,
      complaint: 'reviews could not be announced; it is tried again',
    });
  }

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  /** Ends after the reviews in hand. */
  async onModuleDestroy(): Promise<void> {
    await this.#repeated.stop();
  }

  /**
   * One that cannot be announced keeps no other from it.
   * @returns how many were announced
   * @throws the first error that came, once all had their turn; at once when a server is away, for it is away for all
   */
  async look(): Promise<number> {
    let announced = 0;
    const failures: unknown[] = [];
    for (const review of await unannouncedReviews(this.#database, BATCH)) {
      try {
        if (await this.#announce(review, await this.#judge(review))) announced += 1;
      } catch (thrown) {
        if (classify(thrown).class === 'Unavailable') throw thrown;
        failures.push(thrown);
      }
    }
    if (announced > 0) this.#bus.wake([TOPICS.paperTranslated]);
    if (failures.length > 0) throw failures[0];
    return announced;
  }

  /** A text that kills the engine is a person's text all the same. */
  async #judge({ genre, source, text }: RequestedReview): Promise<Judgement | null> {
    if (text === null) return null;
    try {
      return await this.#verifier.judgePair({ genre, en: source, zh: text });
    } catch (thrown) {
      const error = classify(thrown);
      if (error.code !== 'DIGLOT_THREAD_CRASHED') throw error;
      this.#logger.error({ err: error }, 'the text of a review is announced without a verdict');
      return null;
    }
  }

  async #announce(review: RequestedReview, judgement: Judgement | null): Promise<boolean> {
    const { genre, source, text } = review;
    const { engine } = this.#verifier;
    const announced = await this.#database.transaction(async (tx) => {
      if (!(await markAnnounced(tx, review, { hash: findingsHash(judgement), engine }))) return false;
      if (text !== null && judgement !== null)
        await this.#memory.keepPair(tx, { genre, en: source, zh: text }, judgement);
      await appendToOutbox(tx, [announce(reviewFact(review, judgement))]);
      failpoint('review.inside');
      return true;
    });
    failpoint('review.committed');
    return announced;
  }
}
