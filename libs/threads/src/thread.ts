import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DiglotError } from '@diglot/domain';
import { SERVES, type Answer } from './serve-tasks.ts';
import type { ThreadFile } from './thread-file.ts';

/** A task with whoever waits for it. */
export interface Job {
  readonly task: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface ThreadLimits {
  readonly taskSeconds: number;
  readonly megabytes: number;
  readonly idleSeconds?: number;
}

/** A thread without work for so long is ended, unless told otherwise; the next task starts another. */
const IDLE_SECONDS = 30;

/** How long a thread may load what it needs: on a machine that does much else, far longer than a short task may take. */
const LOAD_SECONDS = 120;

/** How long an end is waited for. */
const END_MILLISECONDS = 5000;

/**
 * One thread. It does one task after the other and is handed some ahead, so that it need not wait for the loop between them:
 * the first without an answer is the one in hand.
 */
export class Thread {
  onFree: () => void = () => undefined;
  /** Told with the tasks that were handed over and not begun. */
  onEnd: (left: readonly Job[]) => void = () => undefined;
  readonly #worker: Worker;
  readonly #taskSeconds: number;
  readonly #idleSeconds: number;
  #jobs: Job[] = [];
  #timer: NodeJS.Timeout | null = null;
  #serves = false;
  #isEnded = false;

  constructor(
    { filename, execArgv }: ThreadFile,
    { taskSeconds, megabytes, idleSeconds = IDLE_SECONDS }: ThreadLimits,
  ) {
    this.#taskSeconds = taskSeconds;
    this.#idleSeconds = idleSeconds;
    this.#worker = new Worker(filename, {
      ...(execArgv ? { execArgv } : {}),
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    this.#worker.on('message', (message: Answer | typeof SERVES) => {
      if (message === SERVES) this.#begin();
      else this.#settle(message);
    });
    this.#worker.on('error', (error: Error) => this.#die(error.message, error));
    this.#worker.on('exit', (code) => this.#die(`the thread ended with ${code}`));
    // A thread that waits for work keeps no process alive.
    this.#worker.unref();
  }

  /** Tasks that were handed over; one that has ended takes none. */
  get load(): number {
    return this.#isEnded ? Number.POSITIVE_INFINITY : this.#jobs.length;
  }

  take(job: Job): void {
    try {
      this.#worker.postMessage(job.task);
    } catch (thrown) {
      // What cannot be copied into a thread is the caller's mistake.
      job.reject(thrown);
      return;
    }
    this.#jobs.push(job);
    this.#worker.ref();
    if (this.#jobs.length === 1) this.#watch();
  }

  async end(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    // A thread that is still loading may not hear of it (Node 20, with loaders); the end of the process ends it too.
    await Promise.race([this.#worker.terminate(), setTimeoutAsync(END_MILLISECONDS, undefined, { ref: false })]);
  }

  #begin(): void {
    this.#serves = true;
    if (this.#jobs.length > 0) this.#watch();
  }

  #settle(answer: Answer): void {
    const job = this.#jobs.shift();
    if (!job) return;
    if (this.#jobs.length > 0) this.#watch();
    else this.#rest();
    if (answer.ok) job.resolve(answer.value);
    else job.reject(Object.assign(new Error(answer.error.message), answer.error));
    this.onFree();
  }

  /** The time of a task begins when the one before is done; that of the first when the thread has loaded. */
  #watch(): void {
    if (this.#timer) clearTimeout(this.#timer);
    const seconds = this.#serves ? this.#taskSeconds : LOAD_SECONDS;
    const tooLong = (): void => this.#retire(`no answer within ${seconds} s`);
    this.#timer = setTimeout(tooLong, seconds * 1000);
  }

  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#retire(), this.#idleSeconds * 1000).unref();
    this.#worker.unref();
  }

  /** Takes no more tasks from now on, though it takes a while to end. */
  #retire(detail = 'it was idle'): void {
    this.#die(detail);
    void this.#worker.terminate();
  }

  /** Told of once, whichever of error, exit and deadline comes first. */
  #die(detail: string, cause?: unknown): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    if (this.#timer) clearTimeout(this.#timer);
    const [inHand, ...left] = this.#jobs;
    this.#jobs = [];
    inHand?.reject(new DiglotError('DIGLOT_THREAD_CRASHED', detail, { cause }));
    this.onEnd(left);
  }
}
