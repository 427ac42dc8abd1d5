import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Terminal } from '../../terminal.ts';
import { findFiles, type FoundFiles } from '../finding/find-files.ts';
import { totalsTable } from '../totals-table.ts';
import { HelperThread } from './helper-thread.ts';
import { addShares, type DryRunShare } from './dry-run-totals.ts';

/** A thread takes as long to start as it takes to read so many files. */
const FILES_PER_THREAD = 100;

export interface DryRunOptions {
  readonly json?: boolean | undefined;
  /** Whether a file that is no digest makes the exit status 1. */
  readonly strict?: boolean | undefined;
}

/** Reads files as the pipeline would, in as many threads as there is work for, and stores nothing. */
export async function runDry(
  paths: readonly string[],
  { json = false, strict = false }: DryRunOptions,
  terminal: Terminal,
): Promise<void> {
  const { found, shares } = await readAll(paths);
  const { totals, complaints } = addShares(shares);
  totals.failed += found.unreadable.length;
  // To the error stream, so that the figures can be piped.
  for (const { message } of [...found.unreadable, ...found.skipped]) terminal.complain(message);
  for (const { lines } of complaints) for (const line of lines) terminal.complain(line);
  terminal.print(json ? JSON.stringify(totals) : totalsTable(totals));
  if (strict && totals.failed + totals.unknown > 0) process.exitCode = 1;
}

async function readAll(paths: readonly string[]): Promise<{ found: FoundFiles; shares: DryRunShare[] }> {
  const helpers = availableParallelism() - 1;
  // The first begins to start before anybody knows how much there is to do, and this thread loads its readers meanwhile.
  const threads = helpers > 0 && paths.some(isFolder) ? [new HelperThread()] : [];
  try {
    const [{ readShare }, found] = await Promise.all([import('./read-share.ts'), findFiles(paths)]);
    const files = found.files.map(({ file }) => file);
    const work = { files, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
    const wanted = Math.min(helpers, Math.floor(files.length / FILES_PER_THREAD));
    while (threads.length < wanted) threads.push(new HelperThread());
    const shares = threads.slice(0, wanted).map((thread) => thread.read(work));
    // This thread works too.
    const own = readShare(work);
    return { found, shares: [own, ...(await Promise.all(shares))] };
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
