// Builds the page (apps/web) if it is missing or older than what it is made of. Safe to run twice at once: what is built
// appears as a whole.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../apps/web/', import.meta.url));
const built = join(web, 'dist/page');
const STAMP = '.made-of';

/** Builds the page where that is needed. @returns the exit code */
export function buildPage() {
  const wanted = hashOfSources();
  if (stampOf(built) === wanted) return 0;
  const fresh = `${built}-${process.pid}`;
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const args = [vite, 'build', '--logLevel', 'error', '--outDir', fresh];
  // Whatever it is in here, where tests run for one: the page is the one that users get.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, args, { cwd: web, stdio: 'inherit', env });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    return status ?? 1;
  }
  writeFileSync(join(fresh, STAMP), wanted);
  rmSync(built, { recursive: true, force: true });
  try {
    renameSync(fresh, built);
  } catch (error) {
    // Another build of the same sources was quicker.
    rmSync(fresh, { recursive: true, force: true });
    if (stampOf(built) !== wanted) throw error;
  }
  return 0;
}

function stampOf(folder) {
  const file = join(folder, STAMP);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Of all that the page is made of: its sources, how it is built, and the versions of what it uses. */
function hashOfSources() {
  const hash = createHash('sha256');
  const folders = ['src', 'public', 'build'].flatMap((folder) =>
    readdirSync(join(web, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.spec.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const others = [
    'index.html',
    'vite.config.ts',
    'package.json',
    '../../package-lock.json',
    '../../tsconfig.base.json',
  ];
  for (const file of [...folders.toSorted(), ...others.map((each) => join(web, each))]) {
    hash.update(file.slice(web.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = buildPage();
