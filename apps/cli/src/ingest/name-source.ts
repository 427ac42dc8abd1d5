import { basename } from 'node:path';
import { DiglotError } from '@diglot/domain';
import type { FoundFile } from './finding/find-files.ts';

/** The source of files that were named one by one. */
const FILES = 'files';

/** A file with the placement that it is to become. */
export interface FileToIngest {
  readonly file: string;
  readonly source: string;
  readonly path: string;
}

/**
 * Gives every file its place. A folder is a source of its own name; with a name that is given, everything is of that source.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` when two files would have one place
 */
export function placeFiles(files: readonly FoundFile[], source: string | null): FileToIngest[] {
  const places = new Map<string, string>();
  return files.map(({ file, root, path, isNamed }) => {
    const name = source ?? (isNamed ? FILES : basename(root) || 'root');
    const place = `${name}\n${path}`;
    const other = places.get(place);
    if (other !== undefined) {
      const detail = `${other} and ${file} would both be ${path} of the source ${JSON.stringify(name)}: ingest them one after the other, with --source`;
      throw new DiglotError('DIGLOT_CONFIG_INVALID', detail);
    }
    places.set(place, file);
    return { file, source: name, path };
  });
}
