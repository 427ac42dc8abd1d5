import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../errors/errors.ts';

/** What a check finds wrong, in a few words; null: nothing. A throw counts as wrong, with its message. */
export type HealthCheck = () => Promise<string | null> | string | null;

/**
 * `live`: fails only where a restart helps, for that is what follows. `ready`: fails while requests should go elsewhere, as
 * during a drain or while PostgreSQL is away.
 */
export type Probe = 'live' | 'ready';

export interface HealthReport {
  readonly ok: boolean;
  /** One for each check that failed: its name and what it found. */
  readonly reasons: readonly string[];
}

/** Milliseconds for one check; one that hangs is a finding of its own. */
const PATIENCE = 2_000;

/** The checks of a process, by name, for `/livez` and `/readyz`. */
export class Health {
  readonly #checks: { readonly probe: Probe; readonly name: string; readonly check: HealthCheck }[] = [];
  readonly #patience: number;

  /** @param patience milliseconds for one check */
  constructor(patience = PATIENCE) {
    this.#patience = patience;
  }

  add(probe: Probe, name: string, check: HealthCheck): this {
    this.#checks.push({ probe, name, check });
    return this;
  }

  /** Runs the checks of a probe, all at once. Never throws. */
  async report(probe: Probe): Promise<HealthReport> {
    const checks = this.#checks.filter((entry) => entry.probe === probe);
    const found = await Promise.all(checks.map(({ name, check }) => this.#run(name, check)));
    const reasons = found.filter((reason) => reason !== null);
    return { ok: reasons.length === 0, reasons };
  }

  async #run(name: string, check: HealthCheck): Promise<string | null> {
    const timer = new AbortController();
    const late = sleep(this.#patience, 'no answer', { signal: timer.signal });
    try {
      const finding = await Promise.race([check(), late]);
      return finding === null ? null : `${name}: ${finding}`;
    } catch (error) {
      return `${name}: ${messageOf(error)}`;
    } finally {
      timer.abort();
      late.catch(() => undefined);
    }
  }
}
