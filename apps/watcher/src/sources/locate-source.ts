import { basename } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { pathRule, usualPathRule, type PathRule } from '@diglot/formats';
import type { Source } from '../leading/lead.ts';
import type { Origin } from '../origins/origin.ts';
import { FolderOrigin } from '../origins/folder-origin.ts';
import { GitOrigin } from '../origins/git-origin.ts';
import { selection } from '../scanning/selection.ts';
import { isInside } from '../scanning/resolve-link.ts';
import type { WantedSource } from './name-sources.ts';
import { resolveLocation } from './resolve-location.ts';
import type { FolderDefinition, GitDefinition, WatchedDefinition } from './source-definition.ts';

/** Repositories change once a day; milliseconds. */
const GIT_SCAN = 300_000;
/** The first talk may bring the folders of years; milliseconds. */
const GIT_TIMEOUT = 600_000;

/** A source whose place is known, and which has no name yet. */
export interface LocatedSource extends WantedSource, Omit<Source, 'name' | 'location'> {
  /** Everything that is configured but its place, for comparing two. */
  readonly settings: string;
  /** Where files are moved to, absolute; null: nowhere, or below the root. */
  readonly moveTo: string | null;
}

/**
 * Finds the real place of a source, and opens its origin there.
 * @param clones the folder of the clones of git sources; null: there can be none
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`
 */
export async function locateSource(definition: WatchedDefinition, clones: string | null): Promise<LocatedSource> {
  return definition.kind === 'git' ? locateGit(definition, clones) : await locateFolder(definition);
}

async function locateFolder(definition: FolderDefinition): Promise<LocatedSource> {
  const { root, name = null, paths, scan, stable, policy = 'keep', moveTo } = definition;
  const location = await resolveLocation(root);
  const target = moveTo === undefined ? null : await resolveLocation(moveTo);
  if (target === location) throw invalid(`${location}: files cannot be moved to where they are`);
  const ignored = target !== null && isInside(location, target) ? target.slice(location.length + 1) : null;
  const cleanUp = policy === 'move' ? { policy, to: target } : { policy };
  return {
    kind: 'folder',
    location,
    name,
    baseName: basename(location),
    policy,
    moveTo: target,
    settings: settingsOf({ ...definition, kind: 'folder', root: '', moveTo: target, policy }),
    origin: new FolderOrigin(location, select(definition, ignored), cleanUp),
    rule: ruleOf(paths),
    timing: { ...(scan === undefined ? {} : { scan }), ...(stable === undefined ? {} : { stable }) },
  };
}

function locateGit(definition: GitDefinition, clones: string | null): LocatedSource {
  const { address, branch = null, name = null, paths, scan = GIT_SCAN, timeout = GIT_TIMEOUT } = definition;
  if (clones === null) throw invalid(`${address}: this process has no folder for clones of repositories`);
  const origin: Origin = new GitOrigin(clones, { address, branch, timeout }, select(definition, null));
  return {
    kind: 'git',
    location: branch === null ? address : `${address}#${branch}`,
    name,
    policy: 'keep',
    moveTo: null,
    baseName: basename(address).replace(/\.git$/i, ''),
    settings: settingsOf({ ...definition }),
    origin,
    rule: ruleOf(paths),
    // What is in a commit is finished, and what is not in it is gone.
    timing: { scan, stable: 0 },
  };
}

function select({ include, ignore, depth }: WatchedDefinition, ignoredFolder: string | null) {
  const rules = {
    ...(include === undefined ? {} : { include }),
    ...(ignore === undefined ? {} : { ignore }),
    ...(depth === undefined ? {} : { depth }),
  };
  return selection(rules, ignoredFolder);
}

/** @throws DiglotError `DIGLOT_CONFIG_INVALID` */
export function ruleOf(paths: readonly string[] | undefined): PathRule {
  try {
    return paths === undefined ? usualPathRule : pathRule(paths);
  } catch (thrown) {
    throw invalid(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** In one order, whoever wrote it. */
function settingsOf(definition: object): string {
  return JSON.stringify(Object.entries(definition).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function invalid(detail: string): DiglotError {
  return new DiglotError('DIGLOT_CONFIG_INVALID', detail);
}
