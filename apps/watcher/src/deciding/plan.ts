import { DIGEST_LIMIT } from '@diglot/domain';
import type { KnownPlacement } from '../placements/known-placement.ts';
import type { Problem } from '../problems/problem.ts';
import { isSameStat } from '../scanning/file-stat.ts';
import type { SourcePolicy } from '../sources/source-definition.ts';
import { isSettled, TIMESTAMP_GRANULARITY, type Sighting } from './sighting.ts';

/** What a scan calls for. */
export interface Plan {
  /** Files to be read. */
  readonly take: readonly string[];
  /** Placements whose file is gone. */
  readonly retract: readonly string[];
  /** Files that are stored and whose source does not keep them. */
  readonly cleanUp: readonly string[];
  /** Files that are not taken yet because they do not rest. */
  readonly restless: readonly string[];
  readonly problems: readonly Problem[];
  /** When the next scan will find something to do even if nothing happens; null: never. */
  readonly dueAt: number | null;
}

/** Everything a plan depends on. */
export interface Situation {
  readonly sightings: ReadonlyMap<string, Sighting>;
  /** Since when live placements have no file. */
  readonly absences: ReadonlyMap<string, number>;
  readonly placements: ReadonlyMap<string, KnownPlacement>;
  readonly policy: SourcePolicy;
  /** When the scan began, by both clocks. */
  readonly now: { readonly at: number; readonly wallClock: number };
  readonly options: { readonly stable: number; readonly unstable: number };
}

type Step =
  | { readonly kind: 'take' | 'clean-up' | 'leave' }
  | { readonly kind: 'wait' | 'confirm'; readonly until: number }
  | { readonly kind: 'refuse'; readonly problem: Problem };

/** Decides from what was observed, and from nothing else, what is to be done. */
export function planScan(situation: Situation): Plan {
  const { sightings, absences, options } = situation;
  const take: string[] = [];
  const cleanUp: string[] = [];
  const restless: string[] = [];
  const problems: Problem[] = [];
  const dues: number[] = [];
  for (const [path, sighting] of sightings) {
    const step = stepFor(path, sighting, situation);
    if (step.kind === 'take') take.push(path);
    if (step.kind === 'clean-up') cleanUp.push(path);
    if (step.kind === 'refuse') problems.push(step.problem);
    if (step.kind === 'wait') restless.push(path);
    if (step.kind === 'wait' || step.kind === 'confirm') dues.push(step.until);
  }
  const retract: string[] = [];
  for (const [path, since] of absences) {
    if (rests(since, situation)) retract.push(path);
    else dues.push(since + options.stable);
  }
  const dueAt = dues.reduce<number | null>((least, due) => (least === null || due < least ? due : least), null);
  return { take, retract, cleanUp, restless, problems, dueAt };
}

/** The problem of a file that has not been taken for too long because it keeps changing; null: it is not too long yet. */
export function unstableProblem(
  path: string,
  { waitingSince }: Sighting,
  now: number,
  options: Situation['options'],
): Problem | null {
  if (now - waitingSince < options.unstable) return null;
  return { path, code: 'DIGLOT_FILE_UNSTABLE', detail: 'it keeps changing' };
}

function stepFor(path: string, sighting: Sighting, situation: Situation): Step {
  const { placements, policy, now, options } = situation;
  if (sighting.stat.size > DIGEST_LIMIT) return { kind: 'refuse', problem: tooLarge(path, sighting.stat.size) };
  const known = placements.get(path);
  const unchanged = isUnchanged(known, sighting);
  // A policy that keeps takes back what another policy, before it, had given up.
  const given = known?.cleaned === true && policy === 'keep';
  if (unchanged && !given) {
    if (known?.settled !== true) return confirm(sighting, now);
    return { kind: policy === 'keep' || sighting.linkTo !== null ? 'leave' : 'clean-up' };
  }
  if (rests(sighting.since, situation)) return { kind: 'take' };
  return { kind: 'wait', until: sighting.since + options.stable };
}

/** Two observations so far apart; where no rest is asked for, one is enough. */
function rests(since: number, { now, options }: Situation): boolean {
  return options.stable === 0 || now.at - since >= options.stable;
}

/** A file that was read so soon after its last write that its stat proves nothing is read once more. */
function confirm(sighting: Sighting, now: Situation['now']): Step {
  if (isSettled(sighting, now)) return { kind: 'take' };
  return { kind: 'confirm', until: sighting.since + TIMESTAMP_GRANULARITY };
}

function isUnchanged(known: KnownPlacement | undefined, { stat }: Sighting): boolean {
  return known !== undefined && known.sha256 !== null && known.seen !== null && isSameStat(known.seen, stat);
}

function tooLarge(path: string, size: number): Problem {
  return { path, code: 'DIGLOT_DIGEST_TOO_LARGE', detail: `it has ${size} bytes; a digest may have ${DIGEST_LIMIT}` };
}
