import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { FolderListing, messageOf } from './folder-listing.ts';

/** A file, and the folder that was named to find it; for a file that was named itself, the folder that it lies in. */
export interface FoundFile {
  /** As it can be opened. */
  readonly file: string;
  readonly root: string;
  /** Relative to the root, with `/` between its parts. */
  readonly path: string;
  /** Whether the file itself was named. */
  readonly isNamed: boolean;
}

/** What lies below some paths. */
export interface FoundFiles {
  /** Sorted; each once. */
  readonly files: readonly FoundFile[];
  /** Folders that could not be listed: what is in them is missing. */
  readonly unreadable: readonly DiglotError[];
  /** Links and others that would be digests by their names, and are left out. */
  readonly skipped: readonly DiglotError[];
}

/**
 * The files to read: a file that is named counts whatever its name, a folder counts with all that is below it.
 * @throws DiglotError `DIGLOT_FILE_UNREADABLE` for a path that was named itself
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found = await Promise.all(paths.map(findBelow));
  const distinct = new Map(found.flatMap(({ files }) => files).map((each) => [each.file, each]));
  return {
    files: [...distinct.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    unreadable: found.flatMap(({ unreadable }) => unreadable),
    skipped: found.flatMap(({ skipped }) => skipped),
  };
}

async function findBelow(path: string): Promise<FoundFiles> {
  try {
    const stats = await stat(path);
    if (stats.isFile()) {
      const named = { file: path, root: dirname(await realpath(path)), path: basename(path), isNamed: true };
      return { files: [named], unreadable: [], skipped: [] };
    }
    // Whoever opens a pipe that nobody writes to waits for ever.
    if (!stats.isDirectory()) throw new Error('it is neither a file nor a folder');
    const root = await realpath(path);
    const { names, unreadable, skipped } = FolderListing.read(path, root);
    const files = names.map((name) => ({ file: join(path, name), root, path: name, isNamed: false }));
    return { files, unreadable, skipped };
  } catch (thrown) {
    throw new DiglotError('DIGLOT_FILE_UNREADABLE', messageOf(thrown), { place: { file: path }, cause: thrown });
  }
}
