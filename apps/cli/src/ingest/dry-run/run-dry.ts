import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Terminal } from '../../terminal.ts';
import { findFiles } from '../find-files.ts';
import { totalsTable } from '../totals-table.ts';
import { addShares, type DryRunShare } from './dry-run-totals.ts';
import { readShare, type DryRunWork } from './read-share.ts';

/** A thread takes as long to start as it takes to read so many files. */
const FILES_PER_THREAD = 100;

/** Reads files as the pipeline would, in as many threads as there is work for, and stores nothing. */
export async function runDry(paths: readonly string[], json: boolean, terminal: Terminal): Promise<void> {
  const files = await findFiles(paths);
  const { totals, complaints } = addShares(await readAll(files));
  // To the error stream, so that the figures can be piped.
  for (const { lines } of complaints) for (const line of lines) terminal.complain(line);
  terminal.print(json ? JSON.stringify(totals) : totalsTable(totals));
}

async function readAll(files: readonly string[]): Promise<DryRunShare[]> {
  const work: DryRunWork = { files, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
  const helpers = Math.min(availableParallelism() - 1, Math.floor(files.length / FILES_PER_THREAD));
  const shares = Array.from({ length: helpers }, () => inThread(work));
  // This thread works too; the others start meanwhile.
  const own = readShare(work);
  return [own, ...(await Promise.all(shares))];
}

async function inThread(work: DryRunWork): Promise<DryRunShare> {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`dry-run.thread.${ending}`, import.meta.url), { workerData: work });
  return await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread ended with ${code} before it was done`)));
  });
}
