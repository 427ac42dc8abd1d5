/** One training unit: stems and words that translate each other, as numbers. */
export interface NumberBead {
  readonly stems: readonly number[];
  readonly words: readonly number[];
}

/** A cell of the table: a stem, a word, and both conditional probabilities. */
export interface TranslationCell {
  readonly stem: number;
  readonly word: number;
  /** P(word | stem) and P(stem | word). */
  readonly forward: number;
  readonly backward: number;
  /** Expected number of times the two stand for each other. */
  readonly count: number;
}

/**
 * IBM Model 1 (Brown et al. 1993) in both directions over one set of cells, with an empty word on either side. Number 0
 * is the empty word, so stems and words are shifted by one inside.
 */
export class IbmModel1 {
  readonly #stems: Int32Array;
  readonly #words: Int32Array;
  readonly #keys: Int32Array;
  readonly #visits: Int32Array;
  readonly #beads: readonly NumberBead[];
  readonly #counts: { stems: number; words: number };
  readonly #cells: number;
  #forward: Float32Array;
  #backward: Float32Array;
  #lastForward: Float32Array = new Float32Array(0);

  constructor(beads: readonly NumberBead[], counts: { stems: number; words: number }, capacityBits = 26) {
    this.#beads = beads;
    this.#counts = counts;
    const visits = beads.reduce((sum, bead) => sum + (bead.stems.length + 1) * (bead.words.length + 1), 0);
    this.#visits = new Int32Array(visits);
    const slots = 1 << capacityBits;
    this.#keys = new Int32Array(slots).fill(-1);
    const cellOfSlot = new Int32Array(slots);
    const stems: number[] = [];
    const words: number[] = [];
    const width = counts.words + 1;
    if ((counts.stems + 1) * width >= 2 ** 31) throw new RangeError('stems times words must stay below 2^31');
    let visit = 0;
    for (const bead of beads) {
      for (const stem of [-1, ...bead.stems]) {
        for (const word of [-1, ...bead.words]) {
          const key = (stem + 1) * width + word + 1;
          let slot = Math.imul(key, 0x9e3779b1) >>> (32 - capacityBits);
          while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & (slots - 1);
          if (this.#keys[slot] === -1) {
            this.#keys[slot] = key;
            cellOfSlot[slot] = stems.length;
            stems.push(stem + 1);
            words.push(word + 1);
          }
          this.#visits[visit] = cellOfSlot[slot] ?? 0;
          visit += 1;
        }
      }
    }
    this.#cells = stems.length;
    this.#stems = Int32Array.from(stems);
    this.#words = Int32Array.from(words);
    this.#forward = new Float32Array(this.#cells).fill(1);
    this.#backward = new Float32Array(this.#cells).fill(1);
  }

  /** One step of expectation and maximisation for both directions. */
  iterate(): void {
    const forward = new Float32Array(this.#cells);
    const backward = new Float32Array(this.#cells);
    let base = 0;
    for (const { stems, words } of this.#beads) {
      const rows = stems.length + 1;
      const columns = words.length + 1;
      for (let column = 1; column < columns; column += 1)
        this.#share(forward, this.#forward, base + column, columns, rows);
      for (let row = 1; row < rows; row += 1) this.#share(backward, this.#backward, base + row * columns, 1, columns);
      base += rows * columns;
    }
    this.#lastForward = forward;
    this.#forward = this.#normalised(forward, this.#stems, this.#counts.stems + 1);
    this.#backward = this.#normalised(backward, this.#words, this.#counts.words + 1);
  }

  /** Gives one occurrence to the cells that compete for it, by their probability. */
  #share(counts: Float32Array, chances: Float32Array, first: number, step: number, size: number): void {
    let total = 0;
    for (let index = 0; index < size; index += 1) total += chances[this.#visits[first + index * step] ?? 0] ?? 0;
    if (total === 0) return;
    for (let index = 0; index < size; index += 1) {
      const cell = this.#visits[first + index * step] ?? 0;
      counts[cell] = (counts[cell] ?? 0) + (chances[cell] ?? 0) / total;
    }
  }

  #normalised(counts: Float32Array, given: Int32Array, size: number): Float32Array {
    const totals = new Float64Array(size);
    for (let cell = 0; cell < this.#cells; cell += 1) {
      const at = given[cell] ?? 0;
      totals[at] = (totals[at] ?? 0) + (counts[cell] ?? 0);
    }
    return counts.map((count, cell) => count / Math.max(1e-9, totals[given[cell] ?? 0] ?? 0));
  }

  /** All cells without the empty words. */
  *cells(): Generator<TranslationCell> {
    for (let cell = 0; cell < this.#cells; cell += 1) {
      const stem = (this.#stems[cell] ?? 0) - 1;
      const word = (this.#words[cell] ?? 0) - 1;
      if (stem < 0 || word < 0) continue;
      yield {
        stem,
        word,
        forward: this.#forward[cell] ?? 0,
        backward: this.#backward[cell] ?? 0,
        count: this.#lastForward[cell] ?? 0,
      };
    }
  }
}
