import { availableParallelism } from 'node:os';
import { ThreadPool } from '@diglot/threads';
import type { RuleSettings } from '../config/lint-rules.ts';
import type { FileReport } from './finding.ts';
import { createFileLinter } from './lint-file.ts';
import type { LintTask } from './lint.thread.ts';

/** Below this many files starting threads takes longer than they save. */
const WORTH_THREADS = 8;
/** Files that are linted ahead of the one that is printed next, for each thread. */
const AHEAD = 4;
const TASK_SECONDS = 600;
const MEGABYTES = 1024;

/** Lints files with all cores and hands the reports on in the order of the files. */
export async function* lintFiles(paths: readonly string[], rules: RuleSettings): AsyncGenerator<FileReport> {
  const threads = Math.min(availableParallelism(), Math.ceil(paths.length / WORTH_THREADS));
  if (paths.length < WORTH_THREADS || threads < 2) {
    const lintFile = createFileLinter();
    for (const path of paths) yield lintFile(path, rules);
    return;
  }
  const limits = { taskSeconds: TASK_SECONDS, megabytes: MEGABYTES };
  const pool = new ThreadPool<LintTask, FileReport>({
    file: './lint.thread',
    module: import.meta.url,
    threads,
    ...limits,
  });
  try {
    const pending: Promise<FileReport>[] = [];
    for (const path of paths) {
      pending.push(pool.run({ path, rules }).catch((thrown: unknown) => died(path, thrown)));
      if (pending.length >= threads * AHEAD) yield (await pending.shift()) as FileReport;
    }
    for (const report of pending) yield await report;
  } finally {
    await pool.close();
  }
}

/** A file that no thread survives is a finding about the linter, and no reason to leave the others out. */
function died(path: string, thrown: unknown): FileReport {
  const reason = `${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  return {
    path,
    kind: 'unreadable',
    reason,
    texts: 0,
    verdicts: { accept: 0, flag: 0, retranslate: 0 },
    findings: [],
    notices: [],
  };
}
