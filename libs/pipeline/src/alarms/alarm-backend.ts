import type { Alarm } from './alarm-clock.port.ts';

/** A job's data: JSON, so without the Date of an {@link Alarm}. */
export type AlarmJob = Omit<Alarm, 'at'> & { readonly at: string };

/** A job to be added. */
export interface AlarmJobToAdd {
  readonly name: string;
  readonly data: AlarmJob;
  readonly opts: {
    readonly jobId: string;
    readonly delay: number;
    readonly attempts: number;
    readonly removeOnComplete: boolean;
    readonly removeOnFail: boolean;
  };
}

/** What the clock uses of BullMQ's queue, whatever keeps its jobs. */
export interface AlarmQueue {
  addBulk(jobs: AlarmJobToAdd[]): Promise<unknown>;
  drain(delayed: boolean): Promise<void>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** What the clock uses of BullMQ's worker. */
export interface AlarmWorker {
  /** @param force does not wait for what is in hand */
  close(force: boolean): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'active', listener: () => void): unknown;
  on(event: 'failed', listener: (job: { readonly id?: string } | undefined, error: Error) => void): unknown;
}

/** What keeps BullMQ's jobs. */
export interface AlarmBackend {
  readonly queue: AlarmQueue;
  /** Before a worker may be opened. @throws the error of the server where a start needs it */
  prepare(): Promise<void>;
  /** Whether the queue would take a job now; one that would not must not be asked, for BullMQ waits for ever. */
  isReady(): boolean;
  openWorker(ring: (job: AlarmJob) => Promise<void>, concurrency: number): Promise<AlarmWorker>;
  /** After the queue. */
  close(): Promise<void>;
}
