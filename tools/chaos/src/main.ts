import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOptions, UsageError, USAGE, type Options } from './options.ts';
import { POINT_NAMES } from './points/all-points.ts';
import { renderEnd } from './report/render-end.ts';
import { renderTable } from './report/render-table.ts';
import { isClean, tally } from './report/tally.ts';
import { runChaos, type ChaosResult } from './run-chaos.ts';
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
  const result = await run(folder, options);
  const totals = tally(result.results);
  const isFine = isClean(totals) && result.memory.grown.length === 0 && result.misfolded === 0;
  print(`\n${renderTable(totals)}\n`);
  for (const line of renderEnd(result)) print(line);
  if (isFine) rmSync(folder, { recursive: true, force: true });
  else print(`The logs are kept in ${folder}`);
  const points = totals.map(({ point, runs, lost, doubled, undrained }) => ({ point, runs, lost, doubled, undrained }));
  if (options.json) print(JSON.stringify({ seed: options.seed, points }));
  return isFine ? 0 : 1;
}

async function run(folder: string, options: Options): Promise<ChaosResult> {
  const session = await startSession({ folder, brokers: 3, say: print });
  const enough = new AbortController();
  // Only the first time: the second ends the program.
  process.once('SIGINT', () => {
    print('   it ends after this run, with the table of what was run; once more ends it at once');
    enough.abort();
  });
  try {
    return await runChaos(session, options, print, enough.signal);
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
