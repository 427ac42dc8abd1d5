import { parseArgs } from 'node:util';
import { MUTANT_NAMES, PROFILES, type Mutant, type Profile } from './mutants.ts';
import { ALL_VARIANTS, type Selection } from './table.ts';

/** How to call the program. */
export const USAGE = `npm run model [-- [runs] [--profile embedded|kafka|both] [--seed N] [--mutant NAME] [--trace]]

  runs        of the specification, per profile (default 60000); of each mutant a fifth of it in all
  --profile   only this profile
  --seed      of the first run (default 0)
  --mutant    only this mutant; without it the specification and all mutants
  --trace     run one seed and print what happens in it`;

/** What the command line asks for. */
export interface Options extends Selection {
  /** Print one run instead of the table. */
  readonly trace: boolean;
}

/** A command line that makes no sense; the message says what is wrong with it. */
export class UsageError extends Error {}

const DEFAULT_RUNS = '60000';
const SEEDS = 2 ** 32;

/**
 * Reads the command line.
 *
 * @throws {UsageError}
 */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const [runs = DEFAULT_RUNS, surplus] = positionals;
  if (surplus !== undefined) throw new UsageError(`one number of runs, please: ${surplus}`);
  const selection = {
    runs: parseInteger('runs', runs, 1),
    profiles: parseProfiles(values.profile),
    firstSeed: parseInteger('--seed', values.seed, 0),
    variants: values.mutant === undefined ? ALL_VARIANTS : [parseMutant(values.mutant)],
    trace: values.trace,
  };
  if (selection.firstSeed + selection.runs > SEEDS) throw new UsageError('seeds end at 2^32');
  return selection;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        profile: { type: 'string', default: 'both' },
        seed: { type: 'string', default: '0' },
        mutant: { type: 'string' },
        trace: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseInteger(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number >= SEEDS) {
    throw new UsageError(`${name} must be an integer from ${least} to 2^32 - 1: ${text}`);
  }
  return number;
}

function parseProfiles(text: string): readonly Profile[] {
  if (text === 'both') return PROFILES;
  const profile = PROFILES.find((each) => each === text);
  if (profile === undefined) throw new UsageError(`no such profile: ${text}`);
  return [profile];
}

function parseMutant(text: string): Mutant {
  const mutant = MUTANT_NAMES.find((each) => each === text);
  if (mutant === undefined) throw new UsageError(`no such mutant: ${text}; there are ${MUTANT_NAMES.join(', ')}`);
  return mutant;
}
