import type { Sql } from '../postgres/database.ts';
import type { HealthCheck } from './health.ts';

/**
 * Milliseconds between two looks at the event loop. Node's own `monitorEventLoopDelay` misses a process that was stopped, and
 * what ends just before it is asked.
 */
const RESOLUTION = 100;

/** Fails while the database doesn't answer, or no connection is free: for `ready`. */
export function databaseCheck(database: Sql): HealthCheck {
  return async () => {
    await database.run('SELECT 1');
    return null;
  };
}

/**
 * Fails if something held up the event loop for longer than that since the last look: for `live`. What a consumer does in one
 * tick keeps its heartbeat from being sent.
 *
 * @param most milliseconds
 */
export function eventLoopCheck(most: number): { readonly check: HealthCheck; readonly stop: () => void } {
  let [lastTick, longest] = [performance.now(), 0];
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - lastTick - RESOLUTION);
    lastTick = now;
  };
  const ticks = setInterval(look, RESOLUTION).unref();
  const check = (): string | null => {
    // The question may have waited for the same end as the tick, and be there first.
    look();
    const found = Math.round(longest);
    longest = 0;
    return found > most ? `DIGLOT_LOOP_BLOCKED: it was held up for ${found} ms` : null;
  };
  return { check, stop: () => clearInterval(ticks) };
}
