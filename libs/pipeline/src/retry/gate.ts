/** Lets many in together, or one alone. Who wants to be alone waits for all before; who comes later waits for it. */
export class Gate {
  readonly #inside = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();

  async together<T>(work: () => Promise<T>): Promise<T> {
    const running = this.#alone.then(work);
    this.#inside.add(running);
    try {
      return await running;
    } finally {
      this.#inside.delete(running);
    }
  }

  async alone<T>(work: () => Promise<T>): Promise<T> {
    const running = Promise.allSettled([this.#alone, ...this.#inside]).then(work);
    this.#alone = running.catch(() => {});
    return running;
  }
}
