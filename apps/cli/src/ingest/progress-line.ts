/** A bar has so many cells. */
const CELLS = 24;
/** How often a line is drawn anew on a terminal, and printed where there is none; milliseconds. */
const DRAWN = 100;
const PRINTED = 10_000;

/** How far something is. */
export interface Advance {
  readonly done: number;
  readonly total: number;
  /** What `done` counts. */
  readonly unit: string;
  /** What is counted beside it. */
  readonly amount: number;
  readonly amountUnit: string;
  /** Milliseconds since the beginning. */
  readonly elapsed: number;
}

/** `[████░░░░] 120/1,606 files · 3,210 entries/s · 4 s left` */
export function progressText({ done, total, unit, amount, amountUnit, elapsed }: Advance): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const cells = Math.round(share * CELLS);
  const bar = '█'.repeat(cells) + '░'.repeat(CELLS - cells);
  const seconds = elapsed / 1000;
  const parts = [`[${bar}] ${number(done)}/${number(total)} ${unit}`];
  if (seconds > 0) parts.push(`${number(Math.round(amount / seconds))} ${amountUnit}/s`);
  if (done > 0 && done < total) parts.push(`${duration((elapsed * (total - done)) / done)} left`);
  return parts.join(' · ');
}

/** A line that changes where there is a terminal; a line now and then where there is none. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #shownAt = Number.NEGATIVE_INFINITY;
  #isOpen = false;

  /** @param stream the error stream, so that results can be piped */
  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(advance: Advance): void {
    const now = performance.now();
    if (now - this.#shownAt < (this.#stream.isTTY ? DRAWN : PRINTED)) return;
    // What takes no time needs no line where nobody looks.
    if (!this.#stream.isTTY && advance.elapsed < PRINTED) return;
    this.#shownAt = now;
    this.#draw(progressText(advance));
  }

  /** Makes room for another line. */
  clear(): void {
    if (this.#isOpen) this.#stream.write('\r\u001B[K');
    this.#isOpen = false;
  }

  #draw(text: string): void {
    if (!this.#stream.isTTY) {
      this.#stream.write(`${text}\n`);
      return;
    }
    this.#stream.write(`\r\u001B[K${text.slice(0, Math.max(0, this.#stream.columns - 1))}`);
    this.#isOpen = true;
  }
}

function number(count: number): string {
  return count.toLocaleString('en');
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
