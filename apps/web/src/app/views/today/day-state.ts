import type { DayItem, DayState, Silence } from '../../../api/types.ts';

/** `silent`: whatever came is complete, but nothing comes any more of some feed. */
export type CalendarState = DayState | 'silent';

/** The feeds that are silent on a day. */
export function silencesOn(silences: readonly Silence[], date: string): Silence[] {
  return silences.filter(({ since, until }) => since <= date && date <= until);
}

/** Nobody expects anything on Saturdays and Sundays. */
export function isWeekend(date: string): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/**
 * What is to be said of a day of all sources together. A feed that falls silent is missing on its first day; from then on
 * it is silent, so that a feed that ended years ago does not make every later day a bad one.
 * @param silences of the feeds that are silent on that day
 * @returns null where nothing is known
 */
export function stateOf(
  date: string,
  items: readonly Pick<DayItem, 'state'>[],
  silences: readonly Silence[],
): CalendarState | null {
  const lost = silences.some(({ since }) => since === date);
  const states = new Set<DayState>([...items.map(({ state }) => state), ...(lost ? (['missing'] as const) : [])]);
  if (states.size > 1) return 'partial';
  const [only = null] = states;
  return silences.length > 0 && (only === null || only === 'complete') ? 'silent' : only;
}
