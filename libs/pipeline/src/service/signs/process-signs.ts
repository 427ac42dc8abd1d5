import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { classify } from '@diglot/domain';
import type { Database, Logger } from '@diglot/platform';
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
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: ProcessSignsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Gives a sign now. Never throws: a database that is away knows nothing of anybody. */
  async give(): Promise<void> {
    const { service, version, database, health, logger } = this.#options;
    try {
      const { ready, reasons } = await health.readiness();
      await giveSign(database, { id: this.#id, service, version, ready, reasons });
    } catch (thrown) {
      logger.debug({ code: classify(thrown).code }, 'no sign could be given');
    }
  }

  /** After it nobody waits for this process. @throws what the database says */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await takeSignBack(this.#options.database, this.#id);
  }

  async #run(): Promise<void> {
    const { intervalMilliseconds = INTERVAL_MILLISECONDS } = this.#options;
    while (!this.#stop.signal.aborted) {
      await this.give();
      await setTimeout(intervalMilliseconds, undefined, { signal: this.#stop.signal }).catch(() => {});
    }
  }
}
