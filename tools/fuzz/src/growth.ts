/**
 * More than this for twice the length is not linear: 2 would be linear, 4 quadratic. The half above 2 is for the machine:
 * what no cache holds any more costs more for each character, and collecting garbage comes in lumps.
 */
export const WORST_GROWTH = 2.5;
/** Twice, and twice again: what a single ratio owes to chance, two of them owe by its root. */
const DOUBLINGS = 2;
/** The shortest of so many times: whatever else the machine does makes times longer, never shorter. */
const TRIES = 3;
/** A machine that does other things too may disturb a measurement, but not all of so many. */
const MEASUREMENTS = 5;

/** What is measured. */
export interface Growing {
  /** Makes a piece of work of a length. */
  readonly workOf: (length: number) => () => void;
  /** The shortest length that is measured; the longest is four times as long. */
  readonly length: number;
  /** A time this short says nothing; milliseconds. */
  readonly shortest: number;
}

/**
 * How much longer twice the length takes, on average over some doublings. The least of some measurements; the first that is
 * fair ends them.
 * @param now the time in milliseconds, for tests
 */
export function growthOf(growing: Growing, now: () => number = () => performance.now()): number {
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < MEASUREMENTS && least > WORST_GROWTH; count += 1) {
    least = Math.min(least, measure(growing, now));
  }
  return least;
}

function measure({ workOf, length, shortest }: Growing, now: () => number): number {
  const works = Array.from({ length: DOUBLINGS + 1 }, (_, doubling) => workOf(length * 2 ** doubling));
  const times = works.map(() => Number.POSITIVE_INFINITY);
  // In turns, so that a busy moment is not one length's alone.
  for (let count = 0; count < TRIES; count += 1) {
    for (const [index, work] of works.entries()) {
      const begun = now();
      work();
      times[index] = Math.min(times[index] ?? 0, now() - begun);
    }
  }
  return (Math.max(shortest, times.at(-1) ?? 0) / Math.max(shortest, times[0] ?? 0)) ** (1 / DOUBLINGS);
}
