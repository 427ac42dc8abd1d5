import { parseArgs } from 'node:util';

/** How to call the program. */
export const USAGE = `npm run chaos [-- --runs N] [--seed S] [--point NAME …] [--outage SECONDS] [--json]

  --runs     how many runs in all; every crash point gets its turn before any gets a second one (default: one each)
  --seed     of the order and of the moments (default: of the clock, and printed)
  --point    only these crash points; may be given several times
  --outage   how long each server is away in the outages, in seconds (default 60)
  --json     the last line is the table as JSON

It starts a stack of its own (Kafka, Redis, PostgreSQL, the services), kills what it says, and checks after each run that
nothing is lost, nothing is done twice, and everything drains. It exits with 1 unless all three are so, and unless at the end
the memory of the services is back to its level. Ctrl-C ends it after the run in hand, with the table of what was run.`;

/** What the command line asks for. */
export interface Options {
  /** null: once per crash point. */
  readonly runs: number | null;
  readonly seed: number;
  /** Empty: all of them. */
  readonly points: readonly string[];
  readonly outageSeconds: number;
  readonly json: boolean;
}

/** A command line that makes no sense; the message says what is wrong with it. */
export class UsageError extends Error {}

const SEEDS = 2 ** 32;

/**
 * Reads the command line.
 * @param names of the crash points that there are
 * @throws {UsageError}
 */
export function parseOptions(args: readonly string[], names: readonly string[]): Options {
  const values = parse(args);
  const points = values.point ?? [];
  const unknown = points.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UsageError(`no such crash point: ${unknown}; there are ${names.join(', ')}`);
  return {
    runs: values.runs === undefined ? null : parseInteger('--runs', values.runs, 1),
    seed: values.seed === undefined ? Date.now() % SEEDS : parseInteger('--seed', values.seed, 0),
    points,
    outageSeconds: parseInteger('--outage', values.outage, 1),
    json: values.json,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        runs: { type: 'string' },
        seed: { type: 'string' },
        point: { type: 'string', multiple: true },
        outage: { type: 'string', default: '60' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function parseInteger(name: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number < SEEDS) return number;
  throw new UsageError(`${name} must be an integer from ${least} to 2^32 - 1: ${text}`);
}
