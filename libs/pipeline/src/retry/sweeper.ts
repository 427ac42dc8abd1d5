import type { Database, Logger } from '@diglot/platform';
import type { AlarmClock } from '../alarms/alarm-clock.port.ts';
import { setBestEffort } from '../alarms/set-best-effort.ts';
import { failpoint } from '../failpoints/failpoint.ts';
import { MORE, RepeatedWork } from '../repeated/repeated-work.ts';
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
  readonly #repeated: RepeatedWork;

  constructor(options: SweeperOptions) {
    const { intervalSeconds, logger } = options;
    this.#options = options;
    this.#repeated = new RepeatedWork({
      // More may be due, after a wipe or a large redrive.
      work: async () => ((await this.sweep()) === SWEEP_LIMIT ? MORE : null),
      milliseconds: intervalSeconds * 1000,
      logger,
      complaint: 'the sweep failed and comes again',
    });
  }

  start(): void {
    this.#repeated.start();
  }

  async stop(): Promise<void> {
    await this.#repeated.stop();
  }

  /** @returns how many alarms were missing */
  async sweep(): Promise<number> {
    const { database, alarms, consumers, armedSeconds, logger } = this.#options;
    const due = await sweepReceipts(database, consumers, armedSeconds);
    if (due.length > 0) failpoint('sweeper.swept');
    await setBestEffort(alarms, due, logger, SET_MILLISECONDS);
    if (due.length > 0) logger.debug({ alarms: due.length }, 'swept');
    return due.length;
  }
}
