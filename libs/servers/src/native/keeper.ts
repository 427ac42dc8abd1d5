import { setTimeout as sleep } from 'node:timers/promises';
import type { NativeServer } from './native-server.ts';

export interface KeeperOptions {
  /** Told of each death, each new life, and each start that fails. */
  readonly report: (what: 'died' | 'restarted' | 'not-restarted', detail: unknown) => void;
  /** Milliseconds before the first attempt; each further one waits twice as long, up to 10 seconds. */
  readonly firstDelay?: number;
}

const FIRST_DELAY = 100;
const LONGEST_DELAY = 10_000;

/** Starts a server again whenever it ends and nobody asked for that, as Compose's `restart: unless-stopped`. */
export class Keeper {
  readonly #server: NativeServer;
  readonly #options: KeeperOptions;
  #restarts = 0;

  constructor(server: NativeServer, options: KeeperOptions) {
    this.#server = server;
    this.#options = options;
    server.onUnwantedEnd(() => void this.#restart());
  }

  /** How often it was started again. */
  get restarts(): number {
    return this.#restarts;
  }

  async #restart(): Promise<void> {
    this.#options.report('died', await this.#server.exited.catch(() => null));
    let delay = this.#options.firstDelay ?? FIRST_DELAY;
    for (;;) {
      await sleep(delay, undefined, { ref: false });
      // Whoever stopped or killed it meanwhile wants it to stay away; whoever started it did our work.
      if (!this.#server.isWanted || this.#server.isRunning) return;
      try {
        await this.#server.start();
        this.#restarts += 1;
        this.#options.report('restarted', this.#server.pid);
        return;
      } catch (error) {
        this.#options.report('not-restarted', error);
        delay = Math.min(2 * delay, LONGEST_DELAY);
      }
    }
  }
}
