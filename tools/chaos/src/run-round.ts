import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@diglot/protocol-model';
import { waitFor } from '@diglot/testing';
import { countBatch } from './checks/count-batch.statement.ts';
import type { RunVerdict } from './checks/judge-run.ts';
import { planBatch, writeBatch, type Batch } from './load/batch.ts';
import { namesOf, type Round } from './plan-rounds.ts';
import type { Strike, StrikeContext } from './points/crash-point.ts';
import { strikeProcesses } from './points/strike-processes.ts';
import type { PointResult } from './report/tally.ts';
import { look, type Session } from './session.ts';

const BATCH = { digests: 4, papersEach: 15 };
/** What has not drained after so long never will. */
const DRAIN_MILLISECONDS = 240_000;
const LOOK_MILLISECONDS = 250;

export interface RoundOptions {
  /** Counts from 0 over the whole session. */
  readonly number: number;
  readonly random: Random;
  readonly outageSeconds: number;
  /** Dead letters of the runs before. */
  readonly deadBefore: number;
}

export interface RoundResult {
  readonly results: readonly PointResult[];
  /** Dead letters that there are from now on. */
  readonly dead: number;
  /** Alarms that were in Redis when it failed; null where something else was struck. */
  readonly alarms: number | null;
  /** Why it was not clean. */
  readonly reasons: readonly string[];
}

/** One run: a batch on its way, a strike, and a look at what is left once everything has had its time to drain. */
export async function runRound(round: Round, session: Session, options: RoundOptions): Promise<RoundResult> {
  const batch = planBatch(options.number, BATCH);
  const context: StrikeContext = {
    ...session,
    ...options,
    load: () => writeBatch(session.digests, batch, BATCH),
    parsed: () => untilThere(session, batch, 'parsed'),
    arrived: () => untilThere(session, batch, 'occurrences'),
  };
  const { strike, failure } = await attempt(round, context);
  const struck = performance.now();
  const dead = options.deadBefore + (strike.deadLetters ?? 0);
  const verdict = await untilClean(() => look(session, batch, dead));
  const secondsToDrain = (performance.now() - struck) / 1000;
  const names = namesOf(round);
  const { lost, doubled, undrained } = verdict;
  const kills = strike.kills / names.length;
  const failed = failure === null ? 0 : 1;
  return {
    results: names.map((point) => ({ point, kills, lost, doubled, undrained: undrained + failed, secondsToDrain })),
    dead,
    alarms: strike.alarms ?? null,
    reasons: [...(failure === null ? [] : [failure]), ...verdict.reasons],
  };
}

async function untilThere({ database }: Session, batch: Batch, what: 'parsed' | 'occurrences'): Promise<void> {
  const isThere = async () => (await countBatch(database, batch.papers))[what] >= batch.entries;
  await waitFor(isThere, { timeout: DRAIN_MILLISECONDS, interval: LOOK_MILLISECONDS, what: `every entry: ${what}` });
}

/** A strike that fails proves nothing, so it is not clean. */
async function attempt(round: Round, context: StrikeContext): Promise<{ strike: Strike; failure: string | null }> {
  try {
    const strike = 'alone' in round ? round.alone.strike(context) : strikeProcesses(round.processes, context);
    return { strike: await strike, failure: null };
  } catch (error) {
    return { strike: { kills: 0 }, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Looks until nothing is wrong any more, or the time is up. */
async function untilClean(lookOnce: () => Promise<RunVerdict>): Promise<RunVerdict> {
  const deadline = performance.now() + DRAIN_MILLISECONDS;
  for (;;) {
    try {
      const verdict = await lookOnce();
      if (verdict.reasons.length === 0 || performance.now() > deadline) return verdict;
    } catch (error) {
      // PostgreSQL may still be on its way back, or a file on its way.
      if (performance.now() > deadline) return { lost: 0, doubled: 0, undrained: 1, reasons: [String(error)] };
    }
    await sleep(LOOK_MILLISECONDS);
  }
}
