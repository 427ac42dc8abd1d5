import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { DiglotError } from '@diglot/domain';

/** What readers know by its ending. */
const KNOWN = /\.(md|markdown|jsonl)$/i;

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

/**
 * The files to read, sorted: a file that is named counts whatever its ending, a folder counts with all that is below it.
 * @throws DiglotError `DIGLOT_FILE_UNREADABLE`
 */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  return (await findPlacedFiles(paths)).map(({ file }) => file);
}

/** As {@link findFiles}, with where each file lies. @throws DiglotError `DIGLOT_FILE_UNREADABLE` */
export async function findPlacedFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found = await Promise.all(paths.map(findBelow));
  const distinct = new Map(found.flat().map((each) => [each.file, each]));
  return [...distinct.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

async function findBelow(path: string): Promise<FoundFile[]> {
  try {
    if (!(await stat(path)).isDirectory()) {
      return [{ file: path, root: dirname(await realpath(path)), path: basename(path), isNamed: true }];
    }
    const root = await realpath(path);
    const names = await readdir(path, { recursive: true, withFileTypes: true });
    return names
      .filter((entry) => entry.isFile() && KNOWN.test(entry.name) && !isHidden(entry.parentPath.slice(path.length)))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ file, root, path: relative(path, file).split(sep).join('/'), isNamed: false }));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new DiglotError('DIGLOT_FILE_UNREADABLE', detail, { place: { file: path }, cause: error });
  }
}

function isHidden(folder: string): boolean {
  return folder.split(/[/\\]/).some((name) => name.startsWith('.') || name === 'node_modules');
}
