import { MAX_WORD } from '../text/chinese.ts';

/**
 * Finds dictionary words in a text. The first two characters tell which lengths exist at all, so hardly a look-up misses.
 */
export class WordIndex {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #single = new Int32Array(0x10000).fill(-1);
  /** First two code units as one number -> bit n is set when a word of n characters begins so. */
  readonly #lengths = new Map<number, number>();

  constructor(words: readonly string[]) {
    this.#ids = new Map(words.map((word, id) => [word, id]));
    words.forEach((word, id) => {
      if (word.length === 1) this.#single[word.charCodeAt(0)] = id;
      else {
        const key = prefixKey(word, 0);
        this.#lengths.set(key, (this.#lengths.get(key) ?? 0) | (1 << word.length));
      }
    });
  }

  idOf(word: string): number | undefined {
    return this.#ids.get(word);
  }

  eachWordAt(text: string, at: number, end: number, visit: (id: number, size: number) => void): void {
    const single = this.#single[text.charCodeAt(at)] ?? -1;
    if (single >= 0) visit(single, 1);
    const limit = Math.min(MAX_WORD, end - at);
    const lengths = limit < 2 ? 0 : (this.#lengths.get(prefixKey(text, at)) ?? 0);
    for (let size = 2; size <= limit; size += 1) {
      if ((lengths & (1 << size)) === 0) continue;
      const id = this.#ids.get(text.slice(at, at + size));
      if (id !== undefined) visit(id, size);
    }
  }
}

const prefixKey = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
