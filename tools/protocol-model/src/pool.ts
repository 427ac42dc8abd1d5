import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Batch, Finding } from './run.ts';

interface Task {
  readonly batch: Batch;
  readonly resolve: (findings: Finding[]) => void;
  readonly reject: (error: Error) => void;
}

/** Runs batches on all processors. */
export class Pool {
  private readonly queue: Task[] = [];
  private readonly idle: Worker[];
  private readonly busy = new Map<Worker, Task>();

  /** @param script what a thread runs: it answers each batch with its findings */
  constructor(
    private readonly script: URL = new URL('./seed-worker.js', import.meta.url),
    size = availableParallelism(),
  ) {
    this.idle = Array.from({ length: size }, () => this.start());
  }

  /** The findings of a batch, once a thread has run it. */
  run(batch: Batch): Promise<Finding[]> {
    return new Promise((resolve, reject) => {
      this.queue.push({ batch, resolve, reject });
      this.next();
    });
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all([...this.idle, ...this.busy.keys()].map((worker) => worker.terminate()));
  }

  private start(): Worker {
    const worker = new Worker(this.script);
    worker.on('message', (findings: Finding[]) => {
      this.taskOf(worker)?.resolve(findings);
      this.idle.push(worker);
      this.next();
    });
    // A thread that fails has ended; whoever waits for its batch hears of it.
    worker.on('error', (error) => this.taskOf(worker)?.reject(error));
    return worker;
  }

  private next(): void {
    const worker = this.idle.pop();
    if (worker === undefined) return;
    const task = this.queue.shift();
    if (task === undefined) {
      this.idle.push(worker);
      return;
    }
    this.busy.set(worker, task);
    worker.postMessage(task.batch);
  }

  private taskOf(worker: Worker): Task | undefined {
    const task = this.busy.get(worker);
    this.busy.delete(worker);
    return task;
  }
}
