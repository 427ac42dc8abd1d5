import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOptions, UsageError, USAGE, type Options } from './options.ts';
import { POINT_NAMES } from './points/all-points.ts';
import { renderTable } from './report/render-table.ts';
import { isClean, tally, type PointTotal } from './report/tally.ts';
import { runChaos } from './run-chaos.ts';
import { startSession } from './session.ts';

const print = (line: string): void => console.log(line);

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    print(`${USAGE}\n\ncrash points: ${POINT_NAMES.join(', ')}`);
    return 0;
  }
  const options = parseOptions(args, POINT_NAMES);
  const folder = mkdtempSync(join(tmpdir(), 'diglot-chaos-'));
  // As root, PostgreSQL runs as another user, who must be able to enter.
  chmodSync(folder, 0o755);
  print(`seed ${options.seed}`);
  const totals = await run(folder, options);
  print(`\n${renderTable(totals)}`);
  if (isClean(totals)) rmSync(folder, { recursive: true, force: true });
  else print(`The logs are kept in ${folder}`);
  const points = totals.map(({ point, runs, lost, doubled, undrained }) => ({ point, runs, lost, doubled, undrained }));
  if (options.json) print(JSON.stringify({ seed: options.seed, points }));
  return isClean(totals) ? 0 : 1;
}

async function run(folder: string, options: Options): Promise<PointTotal[]> {
  const session = await startSession({ folder, brokers: 3, say: print });
  try {
    return tally(await runChaos(session, options, print));
  } finally {
    await session.close();
  }
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error);
  process.exit(1);
}
