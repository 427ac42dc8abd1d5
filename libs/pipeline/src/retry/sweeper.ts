import { setTimeout } from 'node:timers/promises';
import { classify } from '@diglot/domain';
import type { Database, Logger } from '@diglot/platform';
import type { AlarmClock } from '../alarms/alarm-clock.port.ts';
import { setBestEffort } from '../alarms/set-best-effort.ts';
import { failpoint } from '../failpoints/failpoint.ts';
import { SWEEP_LIMIT, sweepReceipts } from './sweep-receipts.statement.ts';

/** How long a sweep waits for the clock; one that hangs must not end all sweeping. */
const SET_MILLISECONDS = 5000;

export interface SweeperOptions {
  readonly database: Database;
  readonly alarms: AlarmClock;
  readonly logger: Logger;
  readonly consumers: readonly string[];
  readonly intervalSeconds: number;
  /** How long an alarm that was set is trusted before it is set again. */
  readonly armedSeconds: number;
}

/** Sets again every alarm that is due and missing: the clock may be wiped at any time (I4, I8). */
export class Sweeper {
  readonly #options: SweeperOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** @returns how many alarms were missing */
  async sweep(): Promise<number> {
    const { database, alarms, consumers, armedSeconds, logger } = this.#options;
    const due = await sweepReceipts(database, consumers, armedSeconds);
    if (due.length > 0) failpoint('sweeper.swept');
    await setBestEffort(alarms, due, logger, SET_MILLISECONDS);
    return due.length;
  }

  async #run(): Promise<void> {
    const { intervalSeconds, logger } = this.#options;
    while (!this.#stop.signal.aborted) {
      try {
        const count = await this.sweep();
        if (count > 0) logger.debug({ alarms: count }, 'swept');
        // More may be due, after a wipe or a large redrive.
        if (count === SWEEP_LIMIT) continue;
      } catch (thrown) {
        logger.warn({ code: classify(thrown).code, err: thrown }, 'the sweep failed and comes again');
      }
      await setTimeout(intervalSeconds * 1000, undefined, { signal: this.#stop.signal }).catch(() => {});
    }
  }
}
