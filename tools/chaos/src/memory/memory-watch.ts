import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '@diglot/stack';
import { residentBytes } from '../points/process-tree.ts';
import { judgeMemory, judgeSum, largest, type Grown, type Memory } from './judge-memory.ts';

/** After so many runs every service has worked, most of them in several lives. */
const WARM_UP_RUNS = 6;
/** A session of fewer runs says nothing about a trend, so only the sum is judged, as in CI. */
const RUNS_OF_A_TREND = 60;
/** Garbage is collected at leisure. */
const IDLE_MILLISECONDS = 120_000;
const LOOK_MILLISECONDS = 2000;

const SERVICES = ['watcher', 'parser', 'translator', 'indexer', 'api'];

export interface MemoryVerdict {
  readonly baseline: Memory;
  readonly now: Memory;
  /** What was judged; `nothing` where the session was over before there was a baseline. */
  readonly judged: 'each service' | 'the sum' | 'nothing';
  /** What is not back to its level. */
  readonly grown: readonly Grown[];
}

/** Remembers how much memory the services have after the first runs, and compares at the end of the session. */
export class MemoryWatch {
  readonly #stack: Pick<Stack, 'instances'>;
  #baseline: Memory = new Map();
  #runs = 0;

  constructor(stack: Pick<Stack, 'instances'>) {
    this.#stack = stack;
  }

  /** To be called after each run, once it has drained. @returns what there is now */
  note(): Memory {
    const now = this.#sample();
    this.#runs += 1;
    if (this.#runs <= WARM_UP_RUNS) this.#baseline = largest(this.#baseline, now);
    return now;
  }

  /** Waits, while nothing is done, until everything is back to its level; not for ever. */
  async judge(milliseconds = IDLE_MILLISECONDS): Promise<MemoryVerdict> {
    const deadline = performance.now() + milliseconds;
    for (;;) {
      const verdict = this.#judgeOnce();
      if (verdict.grown.length === 0 || performance.now() >= deadline) return verdict;
      await sleep(LOOK_MILLISECONDS);
    }
  }

  #judgeOnce(): MemoryVerdict {
    const baseline = this.#baseline;
    const now = this.#sample();
    if (this.#runs <= WARM_UP_RUNS) return { baseline, now, judged: 'nothing', grown: [] };
    if (this.#runs < RUNS_OF_A_TREND) {
      return { baseline, now, judged: 'the sum', grown: judgeSum(baseline, now) };
    }
    return { baseline, now, judged: 'each service', grown: judgeMemory(baseline, now) };
  }

  #sample(): Memory {
    return new Map(
      SERVICES.map((service) => {
        const pids = this.#stack.instances(service).flatMap(({ pid }) => pid ?? []);
        return [service, Math.max(0, ...pids.map(residentBytes))];
      }),
    );
  }
}
