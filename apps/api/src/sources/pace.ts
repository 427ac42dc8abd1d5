/** What was settled within the last minute. */
export interface Settled {
  readonly count: number;
  /** Since the first of it. */
  readonly seconds: number;
}

/** Seconds below which a pace is none yet: a handful that comes at once says nothing of what follows. */
const LEAST = 1;

/**
 * How many are settled in a minute. The first one opens the time that is measured: the work on it lay before, so to count it
 * would make of one digest in the first second sixty a minute.
 */
export function perMinute({ count, seconds }: Settled): number {
  return count < 2 ? 0 : (60 * (count - 1)) / Math.max(LEAST, seconds);
}
