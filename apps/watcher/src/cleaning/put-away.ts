import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, rename, unlink } from 'node:fs/promises';
import { posix } from 'node:path';
import { isGone, systemCode } from '../scanning/file-failure.ts';
import { isSameVersion, toFileStat, type FileStat } from '../scanning/file-stat.ts';
import { DONE_FOLDER } from '../scanning/path-rules.ts';

/** File systems without hard links say one of these. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** What a policy does with a file; `to` is where files go: an absolute folder, or null for {@link DONE_FOLDER} below the root. */
export type CleanUp = { readonly policy: 'keep' | 'delete' } | { readonly policy: 'move'; readonly to: string | null };

/** `gone`: it is not there any more. `changed`: it is another file than the one that was stored, and stays. */
export type PutAway = 'done' | 'gone' | 'changed';

/**
 * Moves a file to where its source wants it, or deletes it, if it is still the file that was stored.
 * It is taken aside first and looked at there: a file that its writer has put in its place at the last moment is never
 * lost, but goes back. Killed in between, it leaves the file in {@link DONE_FOLDER}, with a suffix to its name.
 * @throws what the file system throws; the file is then where it was, or aside as the message says
 */
export async function putAway(root: string, path: string, stored: FileStat, cleanUp: CleanUp): Promise<PutAway> {
  if (cleanUp.policy === 'keep') throw new TypeError('what is kept is not put away');
  const done = posix.join(root, DONE_FOLDER);
  await mkdir(done, { recursive: true });
  if (!(await lstat(done)).isDirectory()) throw new Error(`${DONE_FOLDER} is a link`);
  const target = posix.join(cleanUp.policy === 'move' ? (cleanUp.to ?? done) : done, path);
  const aside = `${posix.join(done, path)}.${randomUUID()}`;
  await mkdir(posix.dirname(aside), { recursive: true });
  if (cleanUp.policy === 'move') await mkdir(posix.dirname(target), { recursive: true });
  try {
    await rename(`${root}/${path}`, aside);
  } catch (thrown) {
    if (isGone(thrown)) return 'gone';
    throw thrown;
  }
  const stats = await lstat(aside, { bigint: true });
  if (!stats.isFile() || !isSameVersion(toFileStat(stats), stored)) {
    await renameIfFree(aside, `${root}/${path}`);
    return 'changed';
  }
  if (cleanUp.policy === 'delete') await unlink(aside);
  else await moveAside(aside, target, `${root}/${path}`);
  return 'done';
}

/** A file that cannot be moved on goes back, so that the next scan tries again. */
async function moveAside(aside: string, target: string, home: string): Promise<void> {
  try {
    await settle(aside, target);
  } catch (thrown) {
    await renameIfFree(aside, home);
    throw thrown;
  }
}

/** Gives the file its name back, or the first of `name-2.md`, `name-3.md` … that is free. */
async function settle(aside: string, target: string): Promise<void> {
  const { dir, name, ext } = posix.parse(target);
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? target : posix.join(dir, `${name}-${number}${ext}`);
    try {
      await renameIfFree(aside, free);
      return;
    } catch (thrown) {
      if (systemCode(thrown) !== 'EEXIST') throw thrown;
    }
  }
}

/** `rename` replaces what is there; `link` never does. */
async function renameIfFree(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (thrown) {
    if (systemCode(thrown) === 'EXDEV') return await copyIfFree(from, to);
    if (!NO_LINKS.has(systemCode(thrown))) throw thrown;
    if (await exists(to)) throw Object.assign(new Error(`EEXIST: ${to} exists`, { cause: thrown }), { code: 'EEXIST' });
    await rename(from, to);
    return;
  }
  await unlink(from);
}

/** To another file system: it is removed here only once it is whole, and on the disk, there. */
async function copyIfFree(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    await syncFile(to);
  } catch (thrown) {
    if (systemCode(thrown) !== 'EEXIST') await unlink(to).catch(() => undefined);
    throw thrown;
  }
  await unlink(from);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (thrown) {
    if (isGone(thrown)) return false;
    throw thrown;
  }
}
