import { setTimeout } from 'node:timers/promises';
import { classify } from '@diglot/domain';
import type { Logger } from '@diglot/platform';

export interface RepeatedWorkOptions {
  /** One look for something to do, and doing it. */
  readonly work: () => Promise<unknown>;
  /** From the end of one look to the next. */
  readonly milliseconds: number;
  /** After one that failed. */
  readonly afterFailure: number;
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

  /** Whether a look that goes on for long should end. */
  get isStopped(): boolean {
    return this.#stop.signal.aborted;
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
    await setTimeout(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  async #run(): Promise<void> {
    const { work, milliseconds, afterFailure, logger, complaint } = this.#options;
    while (!this.isStopped) {
      try {
        await work();
        await this.wait(milliseconds);
      } catch (thrown) {
        logger.warn({ code: classify(thrown).code, err: thrown }, complaint);
        await this.wait(afterFailure);
      }
    }
  }
}
