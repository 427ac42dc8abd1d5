// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPage } from './build-page.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const LEAST_NODE = [20, 19];

/** Ends with a clear sentence where Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  console.error(`Diglot needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the dependencies if they are missing or not those of the lock file. */
export function install() {
  const stamp = new URL('../../node_modules/.diglot-installed', import.meta.url);
  const wanted = createHash('sha256')
    .update(readFileSync(new URL('../../package-lock.json', import.meta.url)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing dependencies (the first time, and when they change) …');
  // `npm ci` refuses a lock file that was made where the registry lacks packages for other platforms; `npm install` does not.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if (npm(['ci', ...quiet], 'ignore') !== 0 && npm(['install', '--no-save', ...quiet], 'inherit') !== 0) {
    console.error('The dependencies could not be installed: see above. A package registry must be reachable.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Compiles what has changed, and builds the page if it has. */
export function build() {
  if (node(['node_modules/typescript/bin/tsc', '-b']) !== 0) process.exit(1);
  if (buildPage() !== 0) process.exit(1);
}

/** Runs Node in the root of the workspace. @returns the exit code */
export function node(args, env = {}) {
  return run(process.execPath, args, 'inherit', env);
}

function npm(args, stdio) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args], stdio) : run('npm', args, stdio);
}

function run(command, args, stdio, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio, env: { ...process.env, ...env } });
  if (error) console.error(error.message);
  return status ?? 1;
}
