import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import type { Sha256 } from '@diglot/domain';
import { failpoint } from '@diglot/pipeline';
import type { Problem } from '../problems/problem.ts';
import { isGone, systemCode, unreadable } from '../scanning/file-failure.ts';
import { isSameStat, isSameVersion, toFileStat, type FileStat } from '../scanning/file-stat.ts';
import { isInside, outsideProblem } from '../scanning/resolve-link.ts';
import type { SeenFile } from '../scanning/scan.ts';

/** A step of reading, between which the event loop goes on; bytes. */
const CHUNK = 1024 * 1024;

/** Windows knows neither: there is no such file and no such link to be wary of. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** What reading a file came to. */
export type FileReading =
  | { readonly kind: 'read'; readonly sha256: Sha256; readonly bytes: Buffer; readonly stat: FileStat }
  /** It is not the file that was seen, or was written to meanwhile; the next scan sees what it is. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Reads a file as it was seen by a scan, and hashes it meanwhile. It never follows a link, never waits for a writer (a
 * FIFO), and never reads a file that is not below the root, whatever was swapped since the scan.
 * @param root a real path
 */
export async function readDigestFile(root: string, path: string, seen: SeenFile): Promise<FileReading> {
  let handle: FileHandle;
  try {
    handle = await open(seen.linkTo ?? `${root}/${path}`, OPEN_FLAGS);
  } catch (thrown) {
    // ELOOP: it became a link. ENXIO: a socket, or a FIFO without a writer.
    if (isGone(thrown) || ['ELOOP', 'ENXIO'].includes(systemCode(thrown))) return { kind: 'changed' };
    return { kind: 'problem', problem: unreadable(path, thrown) };
  }
  try {
    return await readOpen(handle, root, path, seen);
  } catch (thrown) {
    if (isGone(thrown)) return { kind: 'changed' };
    return { kind: 'problem', problem: unreadable(path, thrown) };
  } finally {
    await handle.close();
  }
}

async function readOpen(handle: FileHandle, root: string, path: string, seen: SeenFile): Promise<FileReading> {
  const before = await statOf(handle);
  if (before === null || !isSameVersion(before, seen.stat)) return { kind: 'changed' };
  const whereabouts = await locate(root, path, before);
  if (whereabouts === 'outside') return { kind: 'problem', problem: outsideProblem(path) };
  if (whereabouts === 'elsewhere') return { kind: 'changed' };
  const content = await readWhole(handle, before.size);
  const after = await statOf(handle);
  if (content === null || after === null || !isSameStat(before, after)) return { kind: 'changed' };
  return { kind: 'read', ...content, stat: after };
}

async function statOf(handle: FileHandle): Promise<FileStat | null> {
  const stats = await handle.stat({ bigint: true });
  return stats.isFile() ? toFileStat(stats) : null;
}

/** A folder above the file may have become a link since; so the file that is open must be the one below the root. */
async function locate(root: string, path: string, opened: FileStat): Promise<'below' | 'outside' | 'elsewhere'> {
  const real = await realpath(`${root}/${path}`);
  if (!isInside(root, real)) return 'outside';
  const there = toFileStat(await lstat(real, { bigint: true }));
  return there.device === opened.device && there.inode === opened.inode ? 'below' : 'elsewhere';
}

/** @returns null when the file has another size than it said */
async function readWhole(handle: FileHandle, size: number): Promise<{ sha256: Sha256; bytes: Buffer } | null> {
  const hash = createHash('sha256');
  // One byte more than expected shows a file that grew.
  const bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, Math.min(CHUNK, bytes.length - length), length);
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(length, length + bytesRead));
    length += bytesRead;
    failpoint('watcher.hashing');
  }
  if (length !== size) return null;
  return { sha256: hash.digest('hex') as Sha256, bytes: bytes.subarray(0, size) };
}
