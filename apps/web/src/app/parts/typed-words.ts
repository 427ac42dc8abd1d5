/**
 * Words of a box that are written to the address. They come back from there a moment later, when more may have been typed:
 * then they take no letter away.
 */
export class TypedWords {
  /** Words that are on their way. */
  readonly #coming = new Set<string>();

  /** Somebody paused at these words. */
  leave(words: string): void {
    this.#coming.add(words);
  }

  /** @returns what the box shows now that the address says `value`, where it showed `words` */
  come(value: string, words: string): string {
    if (this.#coming.delete(value) && value !== words) return words;
    this.#coming.clear();
    return value;
  }
}
