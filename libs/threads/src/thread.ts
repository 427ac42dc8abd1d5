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
    this.#timer = setTimeout(() => {
      this.#die(`no answer within ${this.#taskSeconds} s`);
      void this.#worker.terminate();
    }, this.#taskSeconds * 1000);
    try {
      this.#worker.postMessage(job.task);
    } catch (thrown) {
      this.#settle({ ok: false, error: { message: String(thrown), stack: '', code: '' } });
    }
  }

  async end(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const job = this.#job;
    if (!job) return;
    this.#job = null;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#worker.terminate(), IDLE_MILLISECONDS).unref();
    this.#worker.unref();
    if (answer.ok) job.resolve(answer.value);
    else job.reject(Object.assign(new Error(answer.error.message), answer.error));
    this.onFree();
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
