import { disturb, drain } from './faults.ts';
import { violationsAtRest } from './invariants.ts';
import type { Profile, Variant } from './mutants.ts';
import { World } from './world.ts';

/** Some runs of one variant in one profile, under neighbouring seeds. */
export interface Batch {
  readonly variant: Variant;
  readonly profile: Profile;
  readonly firstSeed: number;
  readonly runs: number;
}

/** A run that went wrong: its seed, and which invariants it violates. */
export interface Finding {
  readonly seed: number;
  readonly violations: readonly string[];
}

/** One run: a seed's schedule of a variant in a profile; what it violates, in the order found (nothing, if all holds). */
export function run(seed: number, profile: Profile, variant: Variant = null): string[] {
  return violationsOf(new World(seed, profile, variant));
}

/** The runs of a batch that violate something. */
export function runBatch({ variant, profile, firstSeed, runs }: Batch): Finding[] {
  const findings: Finding[] = [];
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const violations = run(seed, profile, variant);
    if (violations.length > 0) findings.push({ seed, violations });
  }
  return findings;
}

/** The same run again, with a line for every fault, commit, send and crash; its violations come last. */
export function* traceRun(seed: number, profile: Profile, variant: Variant = null): Generator<string> {
  const world = new World(seed, profile, variant);
  const lines: string[] = [];
  world.trace = (line) => lines.push(`${String(world.now).padStart(5)}  ${line}`);
  const violations = violationsOf(world);
  yield* lines;
  yield violations.length > 0 ? `violated: ${violations.join('; ')}` : 'nothing violated';
}

/** Lets a new world run its course. */
export function violationsOf(world: World): string[] {
  disturb(world);
  const found = drain(world) ? violationsAtRest(world) : ['it never comes to rest'];
  return [...new Set([...world.violations, ...found])];
}
