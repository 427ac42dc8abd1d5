/** Something to wait on that can be ended early by {@link Wakeable.wake}; a wake that nobody waits for is kept. */
export class Wakeable {
  #wake: (() => void) | null = null;
  #pending = false;

  /** Waits until woken, at most so many milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (this.#pending) {
      this.#pending = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
    this.#pending = false;
  }

  wake(): void {
    this.#pending = true;
    this.#wake?.();
  }
}
