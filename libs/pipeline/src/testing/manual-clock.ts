import type { Alarm, AlarmClock } from '../alarms/alarm-clock.port.ts';

/** An alarm clock that rings when a test says so. */
export class ManualClock implements AlarmClock {
  readonly alarms: Alarm[] = [];
  /** What `set` does instead, if a test wants it to fail or to hang. */
  broken: (() => Promise<void>) | null = null;
  #ring: ((alarm: Alarm) => Promise<void>) | null = null;

  async set(alarms: readonly Alarm[]): Promise<void> {
    if (this.broken) return this.broken();
    this.alarms.push(...alarms);
  }

  async start(ring: (alarm: Alarm) => Promise<void>): Promise<void> {
    this.#ring = ring;
  }

  async stop(): Promise<void> {
    this.#ring = null;
  }

  async clear(): Promise<void> {
    this.alarms.length = 0;
  }

  async close(): Promise<void> {}

  /** Rings for all that is set now, one after the other, whenever they are due. */
  async ringAll(): Promise<void> {
    for (const alarm of this.alarms.splice(0)) await this.#ring?.(alarm);
  }
}
