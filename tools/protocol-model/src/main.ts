import { parseOptions, USAGE, UsageError, type Options } from './options.ts';
import { Pool } from './pool.ts';
import { traceRun } from './run.ts';
import { batchesOf, formatRow, isAsExpected, rowsOf, TABLE_HEAD } from './table.ts';

/** Prints the table; whether the specification held in every run and every mutant was caught. */
async function printTable(options: Options): Promise<boolean> {
  const pool = new Pool();
  let ok = true;
  console.log(TABLE_HEAD);
  try {
    for (const row of rowsOf(options)) {
      const findings = (await Promise.all(batchesOf(row).map((batch) => pool.run(batch)))).flat();
      console.log(formatRow(row, findings));
      ok &&= isAsExpected(row, findings);
    }
  } finally {
    await pool.close();
  }
  return ok;
}

/** Prints what happens under one seed, in each of the profiles. */
function printTrace({ profiles, firstSeed, variants }: Options): void {
  const [variant = null] = variants;
  for (const profile of profiles) {
    console.log(`${variant ?? 'AS SPECIFIED'}, ${profile}, seed ${firstSeed}`);
    for (const line of traceRun(firstSeed, profile, variant)) console.log(line);
  }
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.trace) printTrace(options);
  else process.exitCode = (await printTable(options)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
