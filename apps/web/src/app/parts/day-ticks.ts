const DAY = 86_400;
/** As uPlot counts it: from here on its ticks stand at the first of a month. */
const MONTH = 30 * DAY;

/** Seconds from one tick to the next on a line of calendar days: nothing is between two days. */
export const DAY_STEPS: readonly number[] = [
  ...[1, 2, 3, 5, 7, 10, 15].map((days) => days * DAY),
  ...[1, 2, 3, 6].map((months) => months * MONTH),
  ...[1, 2, 5, 10].map((years) => years * 365 * DAY),
];

/**
 * How a day is written beside the others, so that no two ticks have the same words.
 *
 * @param step seconds from one tick to the next
 */
export function dayForm(step: number): Intl.DateTimeFormatOptions {
  return step < MONTH ? { day: 'numeric', month: 'short' } : { month: 'short', year: '2-digit' };
}
