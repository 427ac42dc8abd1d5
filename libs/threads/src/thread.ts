import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DiglotError } from '@diglot/domain';
import type { Answer } from './serve-tasks.ts';
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
}

/** A thread without work for so long is ended; the next task starts another. */
const IDLE_MILLISECONDS = 30_000;

/** How long an end is waited for. */
const END_MILLISECONDS = 5000;

/** One thread, with at most one task at a time. */
export class Thread {
  onFree: () => void = () => undefined;
  onEnd: () => void = () => undefined;
  readonly #worker: Worker;
  readonly #taskSeconds: number;
  #job: Job | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isEnded = false;

  constructor({ filename, execArgv }: ThreadFile, { taskSeconds, megabytes }: ThreadLimits) {
    this.#taskSeconds = taskSeconds;
    this.#worker = new Worker(filename, {
      ...(execArgv ? { execArgv } : {}),
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (error: Error) => this.#die(error.message, error));
    this.#worker.on('exit', (code) => this.#die(`the thread ended with ${code}`));
    // A thread that waits for work keeps no process alive.
    this.#worker.unref();
  }

  get isBusy(): boolean {
    return this.#job !== null || this.#isEnded;
  }

  take(job: Job): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#job = job;
    this.#worker.ref();
    this.#timer = setTimeout(() => this.#retire(`no answer within ${this.#taskSeconds} s`), this.#taskSeconds * 1000);
    try {
      this.#worker.postMessage(job.task);
    } catch (thrown) {
      this.#settle({ ok: false, error: { message: String(thrown), stack: '', code: '' } });
    }
  }

  async end(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    // A thread that is still loading may not hear of it (Node 20, with loaders); the end of the process ends it too.
    await Promise.race([this.#worker.terminate(), setTimeoutAsync(END_MILLISECONDS, undefined, { ref: false })]);
  }

  #settle(answer: Answer): void {
    const job = this.#job;
    if (!job) return;
    this.#job = null;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#retire(), IDLE_MILLISECONDS).unref();
    this.#worker.unref();
    if (answer.ok) job.resolve(answer.value);
    else job.reject(Object.assign(new Error(answer.error.message), answer.error));
    this.onFree();
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
    this.#job?.reject(new DiglotError('DIGLOT_THREAD_CRASHED', detail, { cause }));
    this.#job = null;
    this.onEnd();
  }
}
