import { checkPapers } from './checks/check-papers.ts';
import { storedStates } from './checks/stored-states.statement.ts';
import { inMebibytes, sumOf } from './memory/judge-memory.ts';
import { MemoryWatch, type MemoryVerdict } from './memory/memory-watch.ts';
import type { Options } from './options.ts';
import { LONE_POINTS } from './points/all-points.ts';
import { PROCESS_POINTS } from './points/process-points.ts';
import { namesOf, planRounds, type Round } from './plan-rounds.ts';
import { Random } from '@diglot/protocol-model';
import type { PointResult } from './report/tally.ts';
import { runRound, type RoundResult } from './run-round.ts';
import type { Session } from './session.ts';

/** What came of a session. */
export interface ChaosResult {
  readonly results: readonly PointResult[];
  readonly memory: MemoryVerdict;
  /** Papers of all runs whose state is not the fold of their set (I7); each run looked at its own only. */
  readonly misfolded: number;
}

/**
 * Strikes as often as the options say, on one stack.
 * @param enough ends it before that, after the run in hand
 */
export async function runChaos(
  session: Session,
  options: Omit<Options, 'json'>,
  say: (line: string) => void,
  enough: AbortSignal,
): Promise<ChaosResult> {
  const random = new Random(options.seed);
  const watch = new MemoryWatch(session.stack);
  const results: PointResult[] = [];
  let dead = 0;
  for (const [number, round] of chooseRounds(options, random).entries()) {
    if (enough.aborted) break;
    const { outageSeconds } = options;
    const done = await runRound(round, session, { number, random, outageSeconds, deadBefore: dead });
    dead = done.dead;
    results.push(...done.results);
    say(`${number + 1}. ${describeRound(round, done)}, ${inMebibytes(sumOf(watch.note()))} MiB`);
    for (const reason of done.reasons) say(`   ${reason}`);
  }
  const papers = (await storedStates(session.database)).map(({ id }) => id);
  const { count: misfolded } = await checkPapers(session.database, papers);
  return { results, memory: await watch.judge(), misfolded };
}

function describeRound(round: Round, { results, alarms }: RoundResult): string {
  const lost = alarms === null ? '' : `${alarms} alarms were set, `;
  return `${namesOf(round).join(' + ')}: ${lost}drained ${results[0]?.secondsToDrain.toFixed(1)} s after`;
}

/** Every point its turn, then again, until there are enough runs. */
function chooseRounds({ runs, points }: Omit<Options, 'json'>, random: Random): Round[] {
  const isWanted = ({ name }: { readonly name: string }): boolean => points.length === 0 || points.includes(name);
  const choices = { processes: PROCESS_POINTS.filter(isWanted), alone: LONE_POINTS.filter(isWanted) };
  const rounds = planRounds(choices, random);
  if (runs === null) return rounds;
  while (rounds.length < runs) rounds.push(...planRounds(choices, random));
  return rounds.slice(0, runs);
}
