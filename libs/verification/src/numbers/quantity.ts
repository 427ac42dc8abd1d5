/** What a number counts, as far as the two languages write it the same way. */
export type Unit = 'none' | 'percent' | 'points' | 'times';

/** A number of a text in canonical value and unit. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  /** Possible readings: of `1-70 billion` the first number is 1 or 1,000,000,000. */
  readonly values: readonly number[];
  /** Possible units, in the same sense. */
  readonly units: readonly Unit[];
  /** Written in digits, so that the other text must have it; words such as `one` may vanish or appear. */
  readonly firm: boolean;
  /** Where the number ends when what follows belongs to it, and what it is then. */
  readonly joined?: { readonly to: number; readonly value: number };
}

/** Whether two quantities say the same: equal value and a unit that fits. */
export function agree(first: Quantity, second: Quantity): boolean {
  return first.values.some((value) =>
    second.values.some((other) =>
      first.units.some((unit) => second.units.some((otherUnit) => sameReading(value, unit, other, otherUnit))),
    ),
  );
}

function sameReading(value: number, unit: Unit, other: number, otherUnit: Unit): boolean {
  if (unit === otherUnit) return near(value, other);
  // Of a percentage or of a scale, never a factor.
  if (unit === 'points' || otherUnit === 'points')
    return unit !== 'times' && otherUnit !== 'times' && near(value, other);
  if (unit === 'percent' && otherUnit === 'none') return near(value / 100, other);
  if (unit === 'none' && otherUnit === 'percent') return near(value, other / 100);
  if (unit === 'percent' && otherUnit === 'times') return near(value / 100, other) && value >= 100;
  if (unit === 'times' && otherUnit === 'percent') return near(value, other / 100) && other >= 100;
  return near(value, other);
}

/** Whether the values agree though the units do not: 5 % and 5 times. */
export function sameValueOtherUnit(first: Quantity, second: Quantity): boolean {
  return !agree(first, second) && first.values.some((value) => second.values.some((other) => near(value, other)));
}

/** Equal but for the rounding of binary fractions. */
export function near(first: number, second: number): boolean {
  return first === second || Math.abs(first - second) <= 1e-9 * Math.max(Math.abs(first), Math.abs(second));
}

/** The factor between two quantities when it is a power of ten, as in 7B and 7亿; otherwise null. */
export function powerOfTen(first: Quantity, second: Quantity): number | null {
  for (const value of first.values) {
    for (const other of second.values) {
      if (value <= 0 || other <= 0) continue;
      const power = Math.log10(other / value);
      if (Math.abs(power) > 0.5 && Math.abs(power) < 9 && Math.abs(power - Math.round(power)) < 1e-9) {
        return Math.round(power);
      }
    }
  }
  return null;
}
