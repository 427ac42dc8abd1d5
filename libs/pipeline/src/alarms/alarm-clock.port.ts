/** A reminder that a receipt is due. It may be lost or ring twice: the claim in Postgres decides. */
export interface Alarm {
  readonly consumer: string;
  readonly eventId: string;
  readonly redrives: number;
  /** Attempts begun when it was set. */
  readonly attempt: number;
  readonly epoch: number;
  readonly at: Date;
  /** Whether the attempt before never came back: the event may have killed its process. */
  readonly abandoned?: boolean;
}

/** Timed work: an alarm clock that may forget. */
export interface AlarmClock {
  /** Sets alarms; one that is set already stays as it is. Fails fast when the clock's server is away. */
  set(alarms: readonly Alarm[]): Promise<void>;
  /** Begins to ring. What `ring` throws is logged; the sweeper repairs it. */
  start(ring: (alarm: Alarm) => Promise<void>): Promise<void>;
  /** Ends after the alarms that ring now. */
  stop(): Promise<void>;
  /** Forgets every alarm. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** An alarm's identity: an attempt and an epoch are in it, since a clock ignores an id that it holds in any state. */
export function alarmId({ consumer, eventId, redrives, attempt, epoch }: Alarm): string {
  return [consumer, eventId, redrives, attempt, epoch].join('.');
}
