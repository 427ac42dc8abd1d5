import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DiglotError } from '@diglot/domain';

/** What readers know by its ending. */
const KNOWN = /\.(md|markdown|jsonl)$/i;

/**
 * The files to read, sorted: a file that is named counts whatever its ending, a folder counts with all that is below it.
 * @throws DiglotError `DIGLOT_FILE_UNREADABLE`
 */
export async function findFiles(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(findBelow));
  return [...new Set(found.flat())].toSorted();
}

async function findBelow(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path, { recursive: true, withFileTypes: true });
    return names
      .filter((entry) => entry.isFile() && KNOWN.test(entry.name) && !isHidden(entry.parentPath.slice(path.length)))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new DiglotError('DIGLOT_FILE_UNREADABLE', detail, { place: { file: path }, cause: error });
  }
}

function isHidden(folder: string): boolean {
  return folder.split(/[/\\]/).some((name) => name.startsWith('.') || name === 'node_modules');
}
