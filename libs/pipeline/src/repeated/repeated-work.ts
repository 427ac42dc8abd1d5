import { setTimeout } from 'node:timers/promises';
import { classify } from '@diglot/domain';
import type { Logger } from '@diglot/platform';

/** What a look may say: that there is more to do, so that the next one comes at once. */
export const MORE = Symbol('more');

export interface RepeatedWorkOptions {
  /** One look for something to do, and doing it. Returns {@link MORE} if the next look should not wait. */
  readonly work: () => Promise<unknown>;
  /** From the end of one look to the next. */
  readonly milliseconds: number;
  /** After one that failed; as long by default. */
  readonly afterFailure?: number;
  /** Whether the first look waits, too. */
  readonly waitsFirst?: boolean;
  readonly logger: Logger;
  /** What is logged when it fails. */
  readonly complaint: string;
}

/** Timed work of a service: done again and again until it is stopped. A failure is told, and waited out. */
export class RepeatedWork {
  readonly #options: RepeatedWorkOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: RepeatedWorkOptions) {
    this.#options = options;
  }

  /** Aborted once a look that goes on for long should end. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends after the look in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Returns at once when it is stopped. */
  async wait(milliseconds: number): Promise<void> {
    await setTimeout(milliseconds, undefined, { signal: this.signal }).catch(() => undefined);
  }

  async #run(): Promise<void> {
    const { milliseconds, waitsFirst = false } = this.#options;
    if (waitsFirst) await this.wait(milliseconds);
    while (!this.signal.aborted) await this.wait(await this.#look());
  }

  /** @returns milliseconds until the next one */
  async #look(): Promise<number> {
    const { work, milliseconds, afterFailure = milliseconds, logger, complaint } = this.#options;
    try {
      return (await work()) === MORE ? 0 : milliseconds;
    } catch (thrown) {
      logger.warn({ code: classify(thrown).code, err: thrown }, complaint);
      return afterFailure;
    }
  }
}
