import type { ReceiptKey } from './events.ts';

/** What an alarm tells a worker: which event is due, and for which attempt it was set. */
export interface Alarm {
  readonly key: ReceiptKey;
  readonly attempt: number;
  readonly due: number;
}

interface Job {
  readonly id: string;
  readonly alarm: Alarm;
}

/**
 * BullMQ as far as it matters: `add` silently ignores an id that exists in any state, and a job whose worker died twice
 * is failed and kept.
 */
export class Alarms {
  private readonly waiting = new Map<string, Alarm>();
  private readonly active = new Map<object, Job>();
  private readonly failed = new Set<string>();
  private readonly stalls = new Map<string, number>();

  add(id: string, alarm: Alarm): void {
    if (this.waiting.has(id) || this.failed.has(id)) return;
    for (const job of this.active.values()) if (job.id === id) return;
    this.waiting.set(id, alarm);
  }

  /** The alarm that has waited longest of those that are due, now the worker's. */
  take(worker: object, now: number): Alarm | null {
    for (const [id, alarm] of this.waiting) {
      if (alarm.due > now) continue;
      this.waiting.delete(id);
      this.active.set(worker, { id, alarm });
      return alarm;
    }
    return null;
  }

  /** The worker is through with its alarm; the job is removed. */
  complete(worker: object): void {
    this.active.delete(worker);
  }

  /** The worker has died, or seems to have. */
  stall(worker: object): void {
    const job = this.active.get(worker);
    if (job === undefined) return;
    this.active.delete(worker);
    const stalls = (this.stalls.get(job.id) ?? 0) + 1;
    this.stalls.set(job.id, stalls);
    if (stalls === 1) this.waiting.set(job.id, job.alarm);
    else this.failed.add(job.id);
  }
}
