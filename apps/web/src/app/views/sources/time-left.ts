/** How long the rest takes at a pace, in seconds; null where nothing moves. */
export function timeLeft(waiting: number, perMinute: number): number | null {
  return perMinute > 0 ? (waiting / perMinute) * 60 : null;
}
