import { eventLoopCheck, Health, type HealthReport, type Probe } from '@diglot/platform';

/** A tick of the loop is 50 ms at most; one of so many milliseconds means that something is stuck again and again. */
const LONGEST_TICK = 10_000;

/** Whether a process can do its work, and if not, why; for `/livez`, `/readyz` and the status. */
export class ProcessHealth {
  /** What else is looked at: servers, the event loop. */
  readonly checks = new Health();
  #draining = false;
  #starting: string | null = null;
  #reasons: () => readonly string[] = () => [];

  /** Not ready, for this reason, until {@link started}. */
  isStarting(reason: string): void {
    this.#starting = reason;
  }

  /** @param reasons why the parts of the process do not work, each time it is asked */
  started(reasons: () => readonly string[]): void {
    this.#starting = null;
    this.#reasons = reasons;
  }

  /** Makes `/livez` say no after a tick that was far too long. @returns ends it */
  watchEventLoop(): () => void {
    const { check, stop } = eventLoopCheck(LONGEST_TICK);
    this.checks.add('live', 'event loop', check);
    return stop;
  }

  /** Makes `/readyz` say no for the rest of the process's life. */
  beginDrain(): void {
    this.#draining = true;
  }

  /** Every reason at once. Never throws. */
  async readiness(): Promise<{ readonly ready: boolean; readonly reasons: readonly string[] }> {
    const { reasons: broken } = await this.checks.report('ready');
    const reasons = [
      ...(this.#draining ? ['draining'] : []),
      ...(this.#starting === null ? [] : [this.#starting]),
      ...broken,
      ...this.#reasons(),
    ];
    return { ready: reasons.length === 0, reasons };
  }

  /** For the server of probes. */
  async report(probe: Probe): Promise<HealthReport> {
    if (probe === 'live') return this.checks.report('live');
    const { ready, reasons } = await this.readiness();
    return { ok: ready, reasons };
  }
}
