import { Worker } from 'node:worker_threads';
import type { DryRunShare } from './dry-run-totals.ts';
import type { DryRunWork } from './read-share.ts';

/** A thread that reads a share of the files. */
export class HelperThread {
  private readonly worker: Worker;

  constructor() {
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    this.worker = new Worker(new URL(`dry-run.thread.${ending}`, import.meta.url));
  }

  /** @throws Error when the thread ends before it is done */
  async read(work: DryRunWork): Promise<DryRunShare> {
    return await new Promise((resolve, reject) => {
      this.worker.once('message', resolve);
      this.worker.once('error', reject);
      this.worker.once('exit', (code) => reject(new Error(`a thread ended with ${code} before it was done`)));
      this.worker.postMessage(work);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
