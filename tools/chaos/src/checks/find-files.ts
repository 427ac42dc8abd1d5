import { access, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '@diglot/domain';

/** Where the watcher moves files by default, below the folder that it watches. */
const DONE_FOLDER = '.diglot-done';

/** Where the files of a batch are now. */
export interface FoundFiles {
  /** They still lie where they were put. */
  readonly unmoved: number;
  /** They are neither there nor where they were to be moved. */
  readonly vanished: number;
  /** SHA-256 of all that was moved away. */
  readonly moved: readonly string[];
}

/**
 * Looks for files, and hashes what was moved away. A file on its way may be found twice, never not at all: it is looked for
 * in the order of its way.
 * @param files paths below the watched folder
 */
export async function findFiles(folder: string, files: readonly string[]): Promise<FoundFiles> {
  const there = await Promise.all(files.map((file) => isThere(join(folder, file))));
  const copies = await Promise.all(files.map((file) => movedCopies(join(folder, DONE_FOLDER, file))));
  return {
    unmoved: there.filter(Boolean).length,
    vanished: files.filter((_, at) => !there[at] && copies[at]?.length === 0).length,
    moved: copies.flat(),
  };
}

/** A watcher that was killed in between leaves a suffix to the name. */
async function movedCopies(path: string): Promise<string[]> {
  const names = await readdir(dirname(path)).catch(() => []);
  const own = names.filter((name) => name === basename(path) || name.startsWith(`${basename(path)}.`));
  return Promise.all(own.map(async (name) => sha256(await readFile(join(dirname(path), name)))));
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
