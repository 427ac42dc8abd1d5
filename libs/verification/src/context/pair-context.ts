import type { Genre } from '@diglot/domain';
import { measure, type TextMeasure } from '../text/measure.ts';

/** A text, its translation, and what kind of text it is. */
export interface Pair {
  readonly source: string;
  readonly target: string;
  readonly genre: Genre;
}

/** One pair with everything the checks look at; each part is computed once, when first asked for. */
export class PairContext implements Pair {
  readonly source: string;
  readonly target: string;
  readonly genre: Genre;
  readonly #memo = new Map<string, unknown>();

  constructor(pair: Pair) {
    this.source = pair.source;
    this.target = pair.target;
    this.genre = pair.genre;
  }

  get sourceMeasure(): TextMeasure {
    return this.#once('sourceMeasure', () => measure(this.source));
  }

  get targetMeasure(): TextMeasure {
    return this.#once('targetMeasure', () => measure(this.target));
  }

  #once<Value>(name: string, compute: () => Value): Value {
    if (!this.#memo.has(name)) this.#memo.set(name, compute());
    return this.#memo.get(name) as Value;
  }
}
