import picomatch from 'picomatch';
import { isIgnoredName } from '@diglot/domain';
import { ancestors } from './path-rules.ts';

/** Which files of a source are digests, as the configuration says it. */
export interface SelectionRules {
  /** Globs of digests; by default all that end in `.md`. */
  readonly include?: readonly string[];
  /** Globs of files and folders that are left alone, a folder with all that is below it. */
  readonly ignore?: readonly string[];
  /** How many folders below the root may lie between it and a file; by default any number. */
  readonly depth?: number;
}

/** Decides about paths relative to the root of a source. */
export interface Selection {
  /** Whether a file of this path would be a digest. */
  readonly includes: (path: string) => boolean;
  /** Whether a folder of this path is listed. */
  readonly enters: (folder: string) => boolean;
}

export const DEFAULT_INCLUDE: readonly string[] = ['**/*.md'];

/** As `.md` and `.MD` are the same to everyone who writes digests, globs do not look at case. */
const GLOB = { nocase: true } as const;

/**
 * @param ignoredFolder a folder that is left alone besides, relative to the root: where files are moved to, for one
 */
export function selection(rules: SelectionRules = {}, ignoredFolder: string | null = null): Selection {
  const { include = DEFAULT_INCLUDE, ignore = [], depth = Number.POSITIVE_INFINITY } = rules;
  const isIncluded = picomatch([...include], GLOB);
  const isNamed = ignore.length === 0 ? () => false : picomatch([...ignore], GLOB);
  const isIgnored = (path: string): boolean => path === ignoredFolder || isNamed(path);
  return {
    includes: (path) => isIncluded(path) && !isIgnored(path) && depthOf(path) <= depth,
    enters: (folder) => !isIgnored(folder) && depthOf(folder) < depth,
  };
}

/**
 * Whether a walk that starts at the root would come to the file and take it: what decides where there are no folders to
 * walk through.
 */
export function isReached(path: string, { includes, enters }: Selection): boolean {
  if (path.split('/').some(isIgnoredName)) return false;
  return includes(path) && [...ancestors(path)].every(enters);
}

/** Whether a walk that starts at the root would come to the folder and list it. */
export function isEntered(folder: string, { enters }: Selection): boolean {
  if (folder.split('/').some(isIgnoredName)) return false;
  return [folder, ...ancestors(folder)].every(enters);
}

function depthOf(path: string): number {
  return path.split('/').length - 1;
}
