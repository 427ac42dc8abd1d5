import { setTimeout } from 'node:timers/promises';
import type { Logger } from '../logging/create-logger.ts';

/** Something to stop, in its turn. */
export interface DrainStep {
  readonly name: string;
  readonly run: () => Promise<void> | void;
}

/** No step may take more than this share of what remains, so that those behind one that hangs get their turn. */
const SHARE = 0.5;

/**
 * Stops everything in order, each step after the one before it (docs/protocol.md, "Headers and settings"). A step that
 * fails or hangs is logged, and the next one runs: what is left undone a restart repairs.
 * @param graceSeconds for all of it
 * @returns whether every step came to its end in time
 */
export async function drain(steps: readonly DrainStep[], graceSeconds: number, logger: Logger): Promise<boolean> {
  const end = performance.now() + graceSeconds * 1000;
  let inTime = true;
  for (const { name, run } of steps) {
    logger.debug({ step: name }, 'draining');
    const milliseconds = Math.max(0, end - performance.now()) * SHARE;
    try {
      if (await endsWithin(run, milliseconds)) continue;
      logger.error({ step: name, seconds: milliseconds / 1000 }, 'a step of the drain takes too long');
      inTime = false;
    } catch (error) {
      logger.error({ step: name, err: error }, 'a step of the drain failed');
    }
  }
  return inTime;
}

async function endsWithin(run: DrainStep['run'], milliseconds: number): Promise<boolean> {
  const timer = new AbortController();
  const late = setTimeout(milliseconds, false, { signal: timer.signal });
  try {
    return await Promise.race([(async () => run())().then(() => true), late]);
  } finally {
    timer.abort();
    late.catch(() => {});
  }
}
