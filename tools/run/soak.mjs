// `npm run soak -- NAME`: random lives of a part of the program, for as long as it takes. Each suite is a test that takes
// more of them when it is asked to; a failure prints the shortest sequence that shows it, and the seed that repeats it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SUITES = { watcher: { spec: 'apps/watcher/src/life/life.int.spec.ts', sequences: 2000 } };

const { values, positionals } = parseArgs({
  options: { sequences: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } },
  allowPositionals: true,
});
const suite = SUITES[positionals[0] ?? ''];
if (!suite || positionals.length > 1) {
  console.error(`usage: npm run soak -- ${Object.keys(SUITES).join('|')} [--sequences N] [--seed N] [--json]`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'diglot-soak-'));
try {
  process.exitCode = run(suite, folder);
} finally {
  rmSync(folder, { recursive: true });
}

function run({ spec, sequences }, place) {
  const figuresFile = join(place, 'figures.json');
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const asked = { sequences: Number(values.sequences ?? sequences), seed, figuresFile };
  console.log(`${positionals[0]}: ${asked.sequences} sequences, seed ${seed}`);
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const env = { ...process.env, DIGLOT_TEST_SOAK: JSON.stringify(asked) };
  // What people read goes beside the figures, which are the last line.
  const { status } = spawnSync(process.execPath, [...jest, spec], { cwd: ROOT, env, stdio: ['ignore', 2, 2] });
  const figures = readFigures(figuresFile);
  if (!figures) return 1;
  const { commands, kinds, failures, failure } = figures;
  if (failure) console.log(failure);
  console.log(`seed ${seed}: ${figures.sequences} sequences, ${commands} commands, ${failures} failures`);
  const drawn = Object.entries(kinds).toSorted(([, a], [, b]) => b - a);
  console.log(drawn.map(([kind, count]) => `${kind} ${count}`).join(', '));
  if (values.json) console.log(JSON.stringify({ seed, sequences: figures.sequences, commands, kinds, failures }));
  return status ?? 1;
}

function readFigures(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
