import { fetchStatus } from './api-client.ts';
import type { Status } from './api-types.ts';

const INTERVAL = 1000;

/** Asks for the status every second while somebody looks, one question at a time. */
export class StatusPoll {
  readonly #onStatus: (status: Status) => void;
  readonly #onSilence: () => void;
  #timer: number | null = null;
  #asking = false;

  constructor(onStatus: (status: Status) => void, onSilence: () => void) {
    this.#onStatus = onStatus;
    this.#onSilence = onSilence;
  }

  start(): void {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#pause() : this.#resume()));
    this.#resume();
  }

  #resume(): void {
    if (this.#timer !== null || document.hidden) return;
    this.#timer = window.setInterval(() => void this.#ask(), INTERVAL);
    void this.#ask();
  }

  #pause(): void {
    if (this.#timer !== null) window.clearInterval(this.#timer);
    this.#timer = null;
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      this.#onStatus(await fetchStatus());
    } catch {
      this.#onSilence();
    } finally {
      this.#asking = false;
    }
  }
}
