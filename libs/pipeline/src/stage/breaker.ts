/** Results looked at, and how many of them may be bugs (docs/protocol.md, "Consumer"). */
const WINDOW = 100;
const LIMIT = 50;

/** One bad deploy must not fill the dead letters: a consumer whose results are mostly bugs stops itself. */
export class Breaker {
  readonly #onOpen: () => void;
  readonly #results: boolean[] = [];
  #open = false;

  /** @param onOpen called once, when it opens */
  constructor(onOpen: () => void = () => {}) {
    this.#onOpen = onOpen;
  }

  record(isBug: boolean): void {
    this.#results.push(isBug);
    if (this.#results.length > WINDOW) this.#results.shift();
    if (this.#open || this.#results.filter(Boolean).length < LIMIT) return;
    this.#open = true;
    this.#onOpen();
  }

  /** Stays so until {@link reset}, whatever the attempts under way still come to. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** Begins anew, as after a restart. */
  reset(): void {
    this.#results.length = 0;
    this.#open = false;
  }
}
