import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Sql } from '../postgres/database.ts';
import type { HealthCheck } from './health.ts';

/** Milliseconds between two samples of the event loop. */
const RESOLUTION = 20;

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
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  const check = (): string | null => {
    const longest = Math.round(delays.max / 1e6);
    delays.reset();
    return longest > most ? `DIGLOT_LOOP_BLOCKED: it was held up for ${longest} ms` : null;
  };
  return { check, stop: () => void delays.disable() };
}
