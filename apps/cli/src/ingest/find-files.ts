import { readdirSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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
    const stats = await stat(path);
    if (stats.isFile()) {
      return [{ file: path, root: dirname(await realpath(path)), path: basename(path), isNamed: true }];
    }
    // Whoever opens a pipe that nobody writes to waits for ever.
    if (!stats.isDirectory()) throw new Error('it is neither a file nor a folder');
    const root = await realpath(path);
    return namesBelow(path, '').map((name) => ({ file: join(path, name), root, path: name, isNamed: false }));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new DiglotError('DIGLOT_FILE_UNREADABLE', detail, { place: { file: path }, cause: error });
  }
}

/** At once: thousands of folders are listed in a fraction of the time that as many promises take. Links are not followed. */
function namesBelow(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return isHidden(entry.name) ? [] : namesBelow(folder, `${name}/`);
    return entry.isFile() && KNOWN.test(name) ? [name] : [];
  });
}

function isHidden(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}
