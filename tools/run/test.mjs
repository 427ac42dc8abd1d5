// `npm test`: installs what is missing, proves what this machine can carry, names what it left out.
// DIGLOT_TEST_COMPLETE=1: whatever is left out is a failure.
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage } from './build-page.mjs';
import { checkNode, install, node } from './toolchain.mjs';

checkNode();
install();

const complete = process.env.DIGLOT_TEST_COMPLETE === '1';
const scratch = mkdtempSync(join(tmpdir(), 'diglot-test-'));
const leftOutFile = join(scratch, 'left-out.txt');
const reportFile = join(scratch, 'jest.json');

const checks = [
  { name: 'types', run: () => node(['node_modules/typescript/bin/tsc', '-b']) },
  { name: 'types of the tests', run: () => node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.spec.json']) },
  { name: 'lint and boundaries', run: () => node(['node_modules/oxlint/bin/oxlint', '--type-aware']) },
  { name: 'format', run: () => node(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']) },
  { name: 'the page', run: buildPage },
];

let passed = 0;
let failed = 0;
for (const { name, run } of checks) {
  const ok = run() === 0;
  console.log(`${ok ? 'PASS' : 'FAIL'} ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

// What is left out runs no lines, and neither does what somebody did not choose.
const measured = complete && process.argv.length === 2 ? ['--config', 'jest.coverage.mjs'] : [];
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--json',
  `--outputFile=${reportFile}`,
  ...measured,
  ...process.argv.slice(2),
];
const status = node(jest, { DIGLOT_LEFT_OUT_FILE: leftOutFile });
const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
passed += report?.numPassedTests ?? 0;
failed += report?.numFailedTests ?? 0;
// A suite that could not even be loaded has no tests to count.
failed += report ? report.numRuntimeErrorTestSuites : 1;
if (status !== 0 && failed === 0) failed = 1;

const leftOut = new Set(existsSync(leftOutFile) ? readFileSync(leftOutFile, 'utf8').split('\n').filter(Boolean) : []);
for (const { assertionResults } of report?.testResults ?? []) {
  for (const { status: result, fullName } of assertionResults) {
    if (result === 'pending' || result === 'todo') leftOut.add(`not run: ${fullName}`);
  }
}
rmSync(scratch, { recursive: true, force: true });

console.log('');
for (const reason of leftOut) console.log(`left out: ${reason}`);
if (complete && leftOut.size > 0) {
  console.log('Nothing may be left out here (DIGLOT_TEST_COMPLETE=1).');
  failed += leftOut.size;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
