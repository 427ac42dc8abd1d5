/** One batch that is being delivered. */
export interface DeliveryInHand {
  /** The batch goes on: an event of it is done. */
  sign(): void;
  end(): void;
}

/** The batches that a reader delivers now, and how long each has given no sign: what hangs may wait for something for ever. */
export class Deliveries {
  readonly #lastSigns = new Map<symbol, number>();
  readonly #now: () => number;

  /** @param now a clock in milliseconds that never goes back */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  begin(): DeliveryInHand {
    const id = Symbol('delivery');
    const sign = (): void => void this.#lastSigns.set(id, this.#now());
    sign();
    return { sign, end: () => void this.#lastSigns.delete(id) };
  }

  /** Milliseconds since the last sign of the one that has been silent for longest; 0 when nothing is delivered. */
  silence(): number {
    return this.#lastSigns.size === 0 ? 0 : this.#now() - Math.min(...this.#lastSigns.values());
  }
}
