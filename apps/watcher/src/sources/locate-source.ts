import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { pathRule, usualPathRule, type PathRule } from '@diglot/formats';
import type { Source } from '../leading/lead.ts';
import type { Origin } from '../origins/origin.ts';
import { FolderOrigin } from '../origins/folder-origin.ts';
import { GitOrigin } from '../origins/git-origin.ts';
import { selection, type Selection } from '../scanning/selection.ts';
import { isInside } from '../scanning/resolve-link.ts';
import { mistakeAt, type Placed } from './definition-place.ts';
import type { WantedSource } from './name-sources.ts';
import { resolveLocation } from './resolve-location.ts';
import { refuse, type FolderDefinition, type GitDefinition, type WatchedDefinition } from './source-definition.ts';

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
  readonly selection: Selection;
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
  refuse([
    ...(target === location
      ? [mistakeAt(definition, 'moveTo', `${location}: files cannot be moved to where they are`)]
      : []),
    ...((await isNoFolder(location)) ? [mistakeAt(definition, 'folder', `${location} is a file, not a folder`)] : []),
    ...(target !== null && (await isNoFolder(target))
      ? [mistakeAt(definition, 'moveTo', `${target} is a file, not a folder`)]
      : []),
  ]);
  const ignored = target !== null && isInside(location, target) ? target.slice(location.length + 1) : null;
  const selected = select(definition, ignored);
  const cleanUp = policy === 'move' ? { policy, to: target } : { policy };
  return {
    kind: 'folder',
    location,
    name,
    baseName: basename(location),
    policy,
    moveTo: target,
    settings: settingsOf({ ...definition, kind: 'folder', root: '', moveTo: target, policy }),
    selection: selected,
    ...placeOf(definition),
    origin: new FolderOrigin(location, selected, cleanUp),
    rule: ruleOf(paths),
    timing: { ...(scan === undefined ? {} : { scan }), ...(stable === undefined ? {} : { stable }) },
  };
}

function locateGit(definition: GitDefinition, clones: string | null): LocatedSource {
  const { address, branch = null, name = null, paths, scan = GIT_SCAN, timeout = GIT_TIMEOUT } = definition;
  if (clones === null) {
    const message = `${address}: this process has no folder for clones of repositories`;
    throw invalid(mistakeAt(definition, 'address', message));
  }
  const selected = select(definition, null);
  const origin: Origin = new GitOrigin(clones, { address, branch, timeout }, selected);
  return {
    kind: 'git',
    location: branch === null ? address : `${address}#${branch}`,
    name,
    policy: 'keep',
    moveTo: null,
    baseName: basename(address).replace(/\.git$/i, ''),
    settings: settingsOf({ ...definition }),
    selection: selected,
    ...placeOf(definition),
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

/** Where it is not there yet, or cannot be looked at, scans will tell. */
async function isNoFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats !== null && !stats.isDirectory();
}

function placeOf({ place }: WatchedDefinition): Placed {
  return place === undefined ? {} : { place };
}

/** In one order, whoever wrote it and wherever. */
function settingsOf(definition: object): string {
  const settings = Object.entries(definition).filter(([field]) => field !== 'place');
  return JSON.stringify(settings.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function invalid(detail: string): DiglotError {
  return new DiglotError('DIGLOT_CONFIG_INVALID', detail);
}
