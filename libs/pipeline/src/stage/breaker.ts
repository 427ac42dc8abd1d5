/** Results looked at, and how many of them may be bugs (docs/protocol.md, "Consumer"). */
const WINDOW = 100;
const LIMIT = 50;

/** One bad deploy must not fill the dead letters: a consumer whose results are mostly bugs stops itself. */
export class Breaker {
  readonly #results: boolean[] = [];

  record(isBug: boolean): void {
    this.#results.push(isBug);
    if (this.#results.length > WINDOW) this.#results.shift();
  }

  get isOpen(): boolean {
    return this.#results.filter(Boolean).length >= LIMIT;
  }

  /** Begins anew, as after a restart. */
  reset(): void {
    this.#results.length = 0;
  }
}
