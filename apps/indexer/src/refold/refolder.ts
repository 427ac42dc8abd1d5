import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import { BUS, LOGGER, announcePaperState, appendToOutbox, type Bus } from '@diglot/pipeline';
import { Database, type Logger } from '@diglot/platform';
import { MemberRepository } from '../member.repository.ts';
import { PaperRepository } from '../paper.repository.ts';
import { FOLD_VERSION, decidePaper } from '../paper-translated.decision.ts';
import { lockStalePapers } from '../statements/lock-stale-papers.statement.ts';

/** Papers in one transaction: the stage that waits for one of them waits for all of it. */
const BATCH = 100;

/** Milliseconds after a failure, which a database that is away is. */
const AFTER_FAILURE = 5_000;

/**
 * Folds papers anew that an earlier version of the fold made, a few at a time and beside the stages, until there are none.
 * States that come out otherwise are announced; it may be killed at any moment and goes on at the next start.
 */
@Injectable()
export class Refolder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #database: Database;
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #members: MemberRepository;
  readonly #papers: PaperRepository;
  readonly #stopped = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    database: Database,
    members: MemberRepository,
    papers: PaperRepository,
    @Inject(BUS) bus: Bus,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#database = database;
    this.#members = members;
    this.#papers = papers;
    this.#bus = bus;
    this.#logger = logger;
  }

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
  }

  /** @returns how many papers were folded; 0 when there is nothing left */
  async foldSome(): Promise<number> {
    return this.#database.transaction(async (tx) => {
      const stale = await lockStalePapers(tx, FOLD_VERSION, BATCH);
      const members = await this.#members.live(
        tx,
        stale.map(({ arxivId }) => arxivId),
      );
      const changes = stale
        .map((paper) => decidePaper(paper, members.get(paper.arxivId) ?? []))
        .filter((change) => change !== null);
      await this.#papers.save(tx, changes);
      const news = changes.filter(({ isNews }) => isNews);
      await appendToOutbox(
        tx,
        news.map(({ stored }) => announcePaperState(stored.arxivId, stored.revision)),
      );
      return stale.length;
    });
  }

  async #run(): Promise<void> {
    let folded = 0;
    while (!this.#stopped.signal.aborted) {
      try {
        const count = await this.foldSome();
        if (count === 0) break;
        folded += count;
        this.#bus.wake([TOPICS.paperState]);
      } catch (error) {
        this.#logger.warn({ err: error }, 'papers could not be folded anew; it is tried again');
        await setTimeout(AFTER_FAILURE, undefined, { signal: this.#stopped.signal }).catch(() => {});
      }
    }
    if (folded > 0) this.#logger.info({ papers: folded }, 'papers were folded anew');
  }
}
