import { randomUUID } from 'node:crypto';
import { classify } from '@diglot/domain';
import type { Database, Logger } from '@diglot/platform';
import { RepeatedWork } from '../../repeated/repeated-work.ts';
import type { ProcessHealth } from '../process-health.ts';
import { giveSign } from './give-sign.statement.ts';
import { takeSignBack } from './take-sign-back.statement.ts';

export interface ProcessSignsOptions {
  readonly service: string;
  readonly version: string;
  readonly database: Database;
  readonly health: Pick<ProcessHealth, 'readiness'>;
  readonly logger: Logger;
  /** Time between two signs; 2 000 by default. */
  readonly intervalMilliseconds?: number;
}

/** A silence of five of them counts as a death (`SILENT_SECONDS` of the api). */
const INTERVAL_MILLISECONDS = 2000;

/** Keeps saying in the database how this process is, for those who cannot ask it: the api and its page. */
export class ProcessSigns {
  readonly #options: ProcessSignsOptions;
  readonly #id = randomUUID();
  readonly #repeated: RepeatedWork;
  #last: Promise<void> = Promise.resolve();

  constructor(options: ProcessSignsOptions) {
    const { intervalMilliseconds = INTERVAL_MILLISECONDS, logger } = options;
    this.#options = options;
    this.#repeated = new RepeatedWork({
      work: () => this.give(),
      milliseconds: intervalMilliseconds,
      logger,
      complaint: 'no sign could be given',
    });
  }

  start(): void {
    this.#repeated.start();
  }

  /** Gives a sign now, after those under way. Never throws: a database that is away knows nothing of anybody. */
  give(): Promise<void> {
    this.#last = this.#last.then(() => this.#give());
    return this.#last;
  }

  /** After it nobody waits for this process. @throws what the database says */
  async stop(): Promise<void> {
    await this.#repeated.stop();
    // One that arrived after it was taken back would stay.
    await this.#last;
    await takeSignBack(this.#options.database, this.#id);
  }

  async #give(): Promise<void> {
    const { service, version, database, health, logger } = this.#options;
    try {
      const { ready, reasons } = await health.readiness();
      await giveSign(database, { id: this.#id, service, version, ready, reasons });
    } catch (thrown) {
      logger.debug({ code: classify(thrown).code }, 'no sign could be given');
    }
  }
}
