import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { LEXICON_URL, engineVersion, type Scorer } from '@diglot/verification';
import { ThreadPool } from '@diglot/threads';
import type { BilingualPair, PairVerdict } from './bilingual-pair.ts';

/** Threads that judge, and the engine that they judge with. */
export interface JudgingThreads {
  /** Version of the engine and of its lexicon: another one may give other verdicts. */
  readonly engine: string;
  readonly pool: ThreadPool<BilingualPair, PairVerdict>;
  /** Has its say about every verdict; none by default. */
  readonly scorer?: Scorer;
}

/** Injection token of the {@link JudgingThreads}. */
export const JUDGING_THREADS = Symbol('JudgingThreads');

/** One core is left to the loop. More than four threads judge more than a database takes. */
export const JUDGING_THREAD_COUNT = Math.max(1, Math.min(4, availableParallelism() - 1));
/** Enough for a megabyte of text on a slow machine; less than a lease. */
const TASK_SECONDS = 20;
/** The lexicon takes about 60. */
const MEGABYTES = 512;

export function startJudgingThreads(): JudgingThreads {
  return {
    engine: engineVersion(readFileSync(LEXICON_URL)),
    pool: new ThreadPool({
      file: './judge.thread',
      module: import.meta.url,
      threads: JUDGING_THREAD_COUNT,
      taskSeconds: TASK_SECONDS,
      megabytes: MEGABYTES,
    }),
  };
}
