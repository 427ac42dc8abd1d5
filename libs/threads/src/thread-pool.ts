import { DiglotError } from '@diglot/domain';
import { Thread, type Job } from './thread.ts';
import { threadFile } from './thread-file.ts';

export interface ThreadPoolOptions {
  /** File that calls `serveTasks`, without its ending and relative to `module`. */
  readonly file: string;
  /** `import.meta.url` of the module that names the file. */
  readonly module: string;
  /** Threads at most; each is started when there is work for it, and ends when there was none for a while. */
  readonly threads: number;
  /** How long one task may take, once it is begun, before its thread is ended. */
  readonly taskSeconds: number;
  /** Memory of one thread, in megabytes; what needs more ends its thread and not the process. */
  readonly megabytes: number;
  /** After how long without work a thread is ended; half a minute where it is not given. */
  readonly idleSeconds?: number;
}

/** Tasks that a thread is handed before it is done with the first. */
const AHEAD = 4;

/**
 * Threads that do work which would hold up the event loop. A task that ends its thread, by whatever means, fails alone;
 * another thread takes its place.
 */
export class ThreadPool<Task, Result> {
  readonly #options: ThreadPoolOptions;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Job[] = [];
  #closing = false;
  #onIdle: (() => void) | null = null;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
  }

  /**
   * Does one task in a thread, as soon as one is free, in the order of the calls.
   * @throws DiglotError `DIGLOT_THREAD_CRASHED` when its thread died of it or was ended for taking too long; otherwise what
   *   the task threw
   */
  async run(task: Task): Promise<Result> {
    if (this.#closing) throw new DiglotError('DIGLOT_THREAD_CRASHED', 'the threads are closed');
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ task, resolve: (value) => resolve(value as Result), reject });
      this.#assign();
    });
  }

  /** Lets what was asked for be done, and stops every thread. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#isBusy()) await new Promise<void>((resolve) => (this.#onIdle = resolve));
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  #isBusy(): boolean {
    return this.#waiting.length > 0 || [...this.#threads].some(({ load }) => load > 0);
  }

  /** Gives waiting tasks to idle threads, to new ones, and then a few ahead to busy ones. */
  #assign(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#leastLoaded(1) ?? this.#start() ?? this.#leastLoaded(AHEAD);
      if (!thread) return;
      const job = this.#waiting.shift();
      if (job) thread.take(job);
    }
    if (!this.#isBusy()) this.#onIdle?.();
  }

  /** A thread with fewer tasks than so many. */
  #leastLoaded(tasks: number): Thread | null {
    const [least] = [...this.#threads].toSorted((first, second) => first.load - second.load);
    return least && least.load < tasks ? least : null;
  }

  #start(): Thread | null {
    const { threads, file, module, ...limits } = this.#options;
    if (this.#threads.size >= threads) return null;
    const thread = new Thread(threadFile(file, module), limits);
    this.#threads.add(thread);
    thread.onFree = () => this.#assign();
    thread.onEnd = (left) => {
      this.#threads.delete(thread);
      this.#waiting.unshift(...left);
      this.#assign();
    };
    return thread;
  }
}
