/** How long the rest will take if it goes on as it went; null where nobody can know. Times are in milliseconds. */
export function secondsLeft(startedAt: number, now: number, done: number, remaining: number): number | null {
  const passed = (now - startedAt) / 1_000;
  return done === 0 || passed <= 0 ? null : (passed / done) * remaining;
}
