import type { Logger } from '../logging/create-logger.ts';

/** Something to stop, in its turn. */
export interface DrainStep {
  readonly name: string;
  readonly run: () => Promise<void> | void;
}

/**
 * Stops everything in order, each step after the one before it (docs/protocol.md, "Headers and settings"). A step that
 * fails is logged, and the next one runs: what is left undone a restart repairs.
 * @param graceSeconds for all of it
 * @returns whether it was done in time; if not, the name of the step that was waited for has been logged
 */
export async function drain(steps: readonly DrainStep[], graceSeconds: number, logger: Logger): Promise<boolean> {
  let current = '';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      logger.error({ step: current, graceSeconds }, 'the drain takes too long');
      resolve(false);
    }, graceSeconds * 1000);
  });
  const work = async (): Promise<true> => {
    for (const { name, run } of steps) {
      current = name;
      logger.debug({ step: name }, 'draining');
      try {
        await run();
      } catch (error) {
        logger.error({ step: name, err: error }, 'a step of the drain failed');
      }
    }
    return true;
  };
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
