import type { DrainStep } from '@diglot/platform';

/**
 * In which order a process stops (docs/protocol.md, "Headers and settings"): first it says so, then nothing new comes in,
 * then what is in hand ends, then what was needed for it. Probes are answered to the last.
 */
const DRAIN_ORDER = [
  'readiness',
  'watcher',
  'consumers',
  'retry workers and sweeper',
  'log',
  'page and api',
  'alarm clock',
  'signs',
  'database',
  'postgres',
  'data folder',
  'probes',
] as const;

export type DrainStepName = (typeof DRAIN_ORDER)[number];

/** What was started and has to be stopped; filled as a start goes on, so that one that fails half-way can be undone. */
export class DrainPlan {
  readonly #runs = new Map<DrainStepName, DrainStep['run']>();

  add(name: DrainStepName, run: DrainStep['run']): this {
    this.#runs.set(name, run);
    return this;
  }

  /** In the order in which they are to run. */
  get steps(): readonly DrainStep[] {
    return DRAIN_ORDER.flatMap((name) => {
      const run = this.#runs.get(name);
      return run ? [{ name, run }] : [];
    });
  }
}
