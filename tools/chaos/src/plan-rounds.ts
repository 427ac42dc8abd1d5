import type { CrashPoint, ProcessPoint } from './points/crash-point.ts';
import type { Random } from '@diglot/protocol-model';

/** What is struck in one run: one process each of several services, or the world. */
export type Round = { readonly processes: readonly ProcessPoint[] } | { readonly alone: CrashPoint };

export interface RoundChoices {
  readonly processes: readonly ProcessPoint[];
  readonly alone: readonly CrashPoint[];
}

/**
 * Every point once, in an order of the seed. Points of different services share a run: a batch passes all services, so each
 * of them dies on its way, and a run costs as much for one as for four.
 */
export function planRounds({ processes, alone }: RoundChoices, random: Random): Round[] {
  const waiting = new Map<string, ProcessPoint[]>();
  for (const point of random.shuffle(processes)) {
    waiting.set(point.service, [...(waiting.get(point.service) ?? []), point]);
  }
  const longest = Math.max(0, ...[...waiting.values()].map(({ length }) => length));
  const together = Array.from({ length: longest }, (_, at) => ({
    processes: [...waiting.values()].flatMap((points) => points[at] ?? []),
  }));
  return random.shuffle<Round>([...together, ...alone.map((point) => ({ alone: point }))]);
}

/** The points that a round strikes. */
export function namesOf(round: Round): readonly string[] {
  return 'alone' in round ? [round.alone.name] : round.processes.map(({ name }) => name);
}
