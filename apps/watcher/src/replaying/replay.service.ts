import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { stateFact, TOPICS } from '@diglot/contracts';
import { announce, appendToOutbox, BUS, LOGGER, Wakeable, type Bus } from '@diglot/pipeline';
import { Database, type Logger } from '@diglot/platform';
import { classify } from '@diglot/domain';
import { WATCHER_OPTIONS, type WatcherOptions } from '../watcher-options.ts';
import { advanceReplay } from './advance-replay.statement.ts';
import { nextReplay } from './next-replay.statement.ts';
import { replayedPlacements, type ReplayedPlacement } from './replayed-placements.statement.ts';

/** Announcements of one transaction: a few hundred bytes each. */
const AT_ONCE = 500;

/**
 * Announces placements again when somebody asks for it. How far a replay is stands in the transaction that announces, so a
 * kill loses and repeats nothing; it takes no leadership, for it changes no placement.
 */
@Injectable()
export class ReplayService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #database: Database;
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #options: WatcherOptions;
  readonly #wakeable = new Wakeable();
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    database: Database,
    @Inject(BUS) bus: Bus,
    @Inject(LOGGER) logger: Logger,
    @Inject(WATCHER_OPTIONS) options: WatcherOptions,
  ) {
    this.#database = database;
    this.#bus = bus;
    this.#logger = logger.child({ service: 'watcher' });
    this.#options = options;
  }

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  /** Ends after the transaction in hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wakeable.wake();
    await this.#running;
  }

  /** One transaction's worth. @returns false when nobody asks for anything */
  async step(): Promise<boolean> {
    const announced = await this.#database.transaction(async (tx) => {
      const replay = await nextReplay(tx);
      if (!replay) return null;
      const placements = await replayedPlacements(tx, replay, AT_ONCE);
      await appendToOutbox(
        tx,
        placements.map((placement) => announce(repeat(placement, replay.id))),
      );
      await advanceReplay(tx, replay.id, { announced: placements.length, last: placements.at(-1) ?? null });
      return placements.length;
    });
    if (announced !== null && announced > 0) this.#bus.wake([TOPICS.digestDiscovered]);
    return announced !== null;
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        if (await this.step()) continue;
      } catch (thrown) {
        this.#logger.warn({ code: classify(thrown).code, err: thrown }, 'a replay waits and is tried again');
      }
      await this.#wakeable.wait(this.#options.retry);
    }
  }
}

/** The same fact, under an id of its own: who has taken it takes it once more. */
function repeat({ revision, ...data }: ReplayedPlacement, replayId: string) {
  return stateFact('digest.discovered', { revision, replayId, data });
}
