import { MUTANT_NAMES, MUTANTS, PROFILES, type Profile, type Variant } from './mutants.ts';
import type { Batch, Finding } from './run.ts';

/** One row of the table: all runs of one variant in one profile. */
export type Row = Batch;

/** A mutant has fewer runs than the specification: the first violation is enough. The rarest needs some thousands. */
const SHARE_OF_A_MUTANT = 5;
const LEAST_RUNS = 250;
const BATCH = 250;

/** What to run: everything, or one variant. */
export interface Selection {
  /** Of the specification, per profile; of a mutant a fifth of it in all. */
  readonly runs: number;
  readonly profiles: readonly Profile[];
  readonly firstSeed: number;
  readonly variants: readonly Variant[];
}

/** The specification, then every mutant. */
export const ALL_VARIANTS: readonly Variant[] = [null, ...MUTANT_NAMES];

/** The rows of the table, in its order. */
export function rowsOf({ runs, profiles, firstSeed, variants }: Selection): Row[] {
  return variants.flatMap((variant) => {
    const own: readonly Profile[] = variant === null ? PROFILES : MUTANTS[variant].profiles;
    const share = variant === null ? runs : Math.max(LEAST_RUNS, Math.floor(runs / SHARE_OF_A_MUTANT / own.length));
    return own
      .filter((profile) => profiles.includes(profile))
      .map((profile) => ({ variant, profile, firstSeed, runs: share }));
  });
}

/** A row in parts that several threads can share. */
export function batchesOf(row: Row): Batch[] {
  const batches: Batch[] = [];
  for (let done = 0; done < row.runs; done += BATCH) {
    batches.push({ ...row, firstSeed: row.firstSeed + done, runs: Math.min(BATCH, row.runs - done) });
  }
  return batches;
}

/** The specification must hold in every run; a mutant must be caught in one. */
export function isAsExpected({ variant }: Row, findings: readonly Finding[]): boolean {
  return findings.length > 0 === (variant !== null);
}

/** The head of the table. */
export const TABLE_HEAD = line('variant', 'profile', 'runs', 'violating', 'commonest violation (first seed)');

/** A row of the table, with the commonest violation and the first seed that violates anything. */
export function formatRow({ variant, profile, runs }: Row, findings: readonly Finding[]): string {
  const [first] = findings;
  const remark = first ? `${commonest(findings)} (${first.seed})` : '-';
  return line(variant ?? 'AS SPECIFIED', profile, String(runs), String(findings.length), remark);
}

function commonest(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { violations } of findings) {
    for (const violation of violations) counts.set(violation, (counts.get(violation) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0])[0];
}

function line(variant: string, profile: string, runs: string, violating: string, remark: string): string {
  return `${variant.padEnd(30)} ${profile.padEnd(9)} ${runs.padStart(7)} ${violating.padStart(9)}  ${remark}`;
}
