import { digestDateFromPath } from '@diglot/formats';

/** A flat copy of a tree has `__` where the tree had `/`. */
const PART = /\/|__/;

/**
 * The folder that a path's days stand in: `4-Mar-2025/AI/README.md` is of the feed that is the source itself,
 * `archive/4-Mar-2025/AI/README.md` of the feed `archive`, so that two collections below one watched folder are not taken
 * for one. Where no part of the path names a day it is the file's folder.
 */
export function feedOf(path: string): string {
  const parts = path.split(PART);
  const dated = parts.findLastIndex((part) => digestDateFromPath(part) !== null);
  return parts.slice(0, dated === -1 ? parts.length - 1 : dated).join('/');
}
