import { DiglotError } from '@diglot/domain';
import { Piscina } from 'piscina';
import { threadFile } from './thread-file.ts';

export interface ThreadPoolOptions {
  /** File whose default export does the work, without its ending and relative to `module`. */
  readonly file: string;
  /** `import.meta.url` of the module that names the file. */
  readonly module: string;
  /** Threads at most; each is started when there is work for it, and one is kept. */
  readonly threads: number;
  /** How long one task may take before its thread is ended. */
  readonly taskSeconds: number;
  /** Memory of one thread, in megabytes; what needs more ends its thread and not the process. */
  readonly megabytes: number;
}

const IDLE_MILLISECONDS = 30_000;

/**
 * Threads that do work which would hold up the event loop. A task that ends its thread, by whatever means, fails alone;
 * another thread takes its place.
 */
export class ThreadPool<Task, Result> {
  readonly #pool: Piscina<Task, Result>;
  readonly #taskSeconds: number;

  constructor({ file, module, threads, taskSeconds, megabytes }: ThreadPoolOptions) {
    const { filename, execArgv } = threadFile(file, module);
    this.#taskSeconds = taskSeconds;
    this.#pool = new Piscina<Task, Result>({
      filename,
      ...(execArgv ? { execArgv } : {}),
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MILLISECONDS,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    // A thread that dies without a task has hurt nobody; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
  }

  /**
   * Does one task in a thread, as soon as one is free.
   * @throws DiglotError `DIGLOT_THREAD_CRASHED` when its thread died of it or was ended for taking too long; otherwise what
   *   the task threw
   */
  async run(task: Task): Promise<Result> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#taskSeconds * 1000);
    try {
      return await this.#pool.run(task, { signal: deadline.signal });
    } catch (thrown) {
      if (deadline.signal.aborted) throw crashed(`no answer within ${this.#taskSeconds} s`, thrown);
      throw isCrash(thrown) ? crashed((thrown as Error).message, thrown) : thrown;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets running tasks end and stops every thread. */
  async close(): Promise<void> {
    await this.#pool.close();
  }
}

const crashed = (detail: string, cause: unknown): DiglotError =>
  new DiglotError('DIGLOT_THREAD_CRASHED', detail, { cause });

/** Node's own codes of threads (`ERR_WORKER_OUT_OF_MEMORY`, …), and what Piscina says of one that exits (5.3, `index.ts`). */
function isCrash(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  return String(code).startsWith('ERR_WORKER_') || /worker exited with code|Terminating worker/u.test(String(message));
}
