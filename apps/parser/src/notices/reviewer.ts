import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import { classify, type CalendarDate } from '@diglot/domain';
import { BUS, LOGGER, RepeatedWork, type Bus } from '@diglot/pipeline';
import { Database, type Logger } from '@diglot/platform';
import { dueSources } from './due-sources.statement.ts';
import { ProfileRefiller } from '../profile/profile-refiller.ts';
import { SidecarComparer } from '../sidecars/sidecar-comparer.ts';
import { reviewSource } from './review-source.ts';

/** How often it looks for something to do. */
const LOOK_MILLISECONDS = 5_000;
/** How long a source rests before it is looked at: half of a backfill would look as if days were missing. */
const REST_SECONDS = 10;
/** As the days go by, one may be missing though nothing changes. */
const REVIEW_SECONDS = 3_600;

/**
 * The parser's timed work: looks at each source as a whole. What it states follows from what is stored and from the day,
 * so it may be killed at any moment, and several of it may run.
 */
@Injectable()
export class Reviewer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #database: Database;
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #profiles: ProfileRefiller;
  readonly #sidecars: SidecarComparer;
  readonly #repeated: RepeatedWork;

  constructor(
    database: Database,
    profiles: ProfileRefiller,
    sidecars: SidecarComparer,
    @Inject(BUS) bus: Bus,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#database = database;
    this.#profiles = profiles;
    this.#sidecars = sidecars;
    this.#bus = bus;
    this.#logger = logger;
    this.#repeated = new RepeatedWork({
      work: () => this.look(),
      milliseconds: LOOK_MILLISECONDS,
      waitsFirst: true,
      logger,
      complaint: 'sources are looked at again later',
    });
  }

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  /** Ends after the source in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#repeated.stop();
  }

  /**
   * Reviews every source that is due; one that cannot be reviewed keeps no other from it.
   * @returns how many notices changed
   * @throws the first error that came, once all had their turn; at once when a server is away, for it is away for all
   */
  async look(): Promise<number> {
    let changed = 0;
    const failures: unknown[] = [];
    for (const source of await dueSources(this.#database, REST_SECONDS, REVIEW_SECONDS)) {
      if (this.#repeated.signal.aborted) break;
      try {
        changed += await this.#review(source);
      } catch (thrown) {
        if (classify(thrown).class === 'Unavailable') throw thrown;
        failures.push(thrown);
      }
    }
    if (failures.length > 0) throw failures[0];
    return changed;
  }

  async #review(source: string): Promise<number> {
    const today = new Date().toISOString().slice(0, 10) as CalendarDate;
    await this.#profiles.refill(source, this.#repeated.signal);
    await this.#sidecars.compare(source, this.#repeated.signal);
    if (this.#repeated.signal.aborted) return 0;
    const events = await this.#database.transaction((tx) => reviewSource(tx, source, today));
    if (events.length === 0) return 0;
    this.#bus.wake([TOPICS.sourceNoticed]);
    this.#logger.info({ source, notices: events.length }, 'notices about a source changed');
    return events.length;
  }
}
