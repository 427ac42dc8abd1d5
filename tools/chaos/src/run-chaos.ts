import type { Options } from './options.ts';
import { LONE_POINTS } from './points/all-points.ts';
import { PROCESS_POINTS } from './points/process-points.ts';
import { residentBytes } from './points/process-tree.ts';
import { namesOf, planRounds, type Round } from './plan-rounds.ts';
import { Random } from '@diglot/protocol-model';
import type { PointResult } from './report/tally.ts';
import { runRound } from './run-round.ts';
import type { Session } from './session.ts';

/** Strikes as often as the options say, on one stack. */
export async function runChaos(
  session: Session,
  options: Omit<Options, 'json'>,
  say: (line: string) => void,
): Promise<PointResult[]> {
  const random = new Random(options.seed);
  const results: PointResult[] = [];
  let dead = 0;
  for (const [number, round] of chooseRounds(options, random).entries()) {
    const { outageSeconds } = options;
    const done = await runRound(round, session, { number, random, outageSeconds, deadBefore: dead });
    dead = done.dead;
    results.push(...done.results);
    const seconds = done.results[0]?.secondsToDrain.toFixed(1);
    say(`${number + 1}. ${namesOf(round).join(' + ')}: drained ${seconds} s after, ${memoryOf(session)} MiB`);
    for (const reason of done.reasons) say(`   ${reason}`);
  }
  return results;
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

/** Of all services together, so that a leak shows. */
function memoryOf({ stack }: Session): number {
  const pids = ['watcher', 'parser', 'translator', 'indexer', 'api'].flatMap((service) =>
    stack.instances(service).flatMap(({ pid }) => pid ?? []),
  );
  return Math.round(pids.reduce((sum, pid) => sum + residentBytes(pid), 0) / 2 ** 20);
}
