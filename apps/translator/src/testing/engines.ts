import { ThreadPool } from '@diglot/threads';
import { startJudgingThreads, type JudgingThreads } from '../judging/judging-threads.ts';

const engineOf = (engine: string, file: string): JudgingThreads => ({
  engine,
  pool: new ThreadPool({ file, module: import.meta.url, threads: 1, taskSeconds: 20, megabytes: 512 }),
});

/** Engines that a test may start; each start has threads of its own. */
export const ENGINES = {
  lenient: () => engineOf('0.0.1+lenient0', './lenient.thread'),
  mortal: () => engineOf('99.0.0+mortal00', './mortal.thread'),
  real: startJudgingThreads,
} as const;

export type EngineName = keyof typeof ENGINES;
