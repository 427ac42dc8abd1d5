const WIDTH = 24;
/** Not more often than a terminal can show. */
const STEP_MILLISECONDS = 50;

/** A bar on one line of a terminal; where there is none, it draws nothing. */
export class ProgressBar {
  readonly #write: ((text: string) => void) | null;
  readonly #total: number;
  #done = 0;
  #drawnAt = 0;

  constructor(stream: { readonly isTTY?: boolean; write(text: string): unknown }, total: number) {
    this.#write = stream.isTTY && total > 1 ? (text) => void stream.write(text) : null;
    this.#total = total;
  }

  advance(): void {
    this.#done += 1;
    const now = performance.now();
    if (now - this.#drawnAt < STEP_MILLISECONDS) return;
    this.#drawnAt = now;
    const filled = Math.round((WIDTH * this.#done) / this.#total);
    this.#write?.(`\r[${'█'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${this.#done} of ${this.#total} files`);
  }

  /** Makes room for other output. */
  clear(): void {
    this.#write?.('\r\u001b[K');
  }
}
