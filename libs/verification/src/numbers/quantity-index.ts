import { agree, type Quantity } from './quantity.ts';

/** Quantities of equal value that are compared one by one; they differ in their units at most. */
const MAX_ALIKE = 12;

/** Finds agreeing quantities by value, so that comparing two texts is linear in their numbers. */
export class QuantityIndex {
  readonly #byValue = new Map<string, Quantity[]>();

  constructor(quantities: readonly Quantity[]) {
    for (const quantity of quantities) {
      for (const value of quantity.values) {
        const key = keyOf(value);
        const alike = this.#byValue.get(key);
        if (alike === undefined) this.#byValue.set(key, [quantity]);
        else if (alike.length < MAX_ALIKE) alike.push(quantity);
      }
    }
  }

  /** Whether a quantity here says the same. */
  has(quantity: Quantity): boolean {
    return quantity.values.some((value) =>
      [value, value * 100, value / 100].some((reading) =>
        this.#byValue.get(keyOf(reading))?.some((other) => agree(quantity, other)),
      ),
    );
  }
}

/** Eleven digits: binary fractions that mean the same decimal share a key. */
const keyOf = (value: number): string => value.toPrecision(11);
