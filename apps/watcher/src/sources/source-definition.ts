import { DiglotError } from '@diglot/domain';
import { addressMistake, branchMistake } from '../git/git-address.ts';
import type { SelectionRules } from '../scanning/selection.ts';
import { mistakeAt, type Placed } from './definition-place.ts';

/** What happens to a file once its digest is stored and everyone who reads the announcements has settled it. */
export const SOURCE_POLICIES = ['keep', 'move', 'delete'] as const;
export type SourcePolicy = (typeof SOURCE_POLICIES)[number];

interface CommonDefinition extends SelectionRules, Placed {
  /**
   * The name of the source for ever: who gives one may move the source. Without one it is the last part of its place, made
   * unique, and remembered by that place.
   */
  readonly name?: string;
  /** Templates for paths, which say what day and what part of arXiv a digest is about; by default the usual layouts. */
  readonly paths?: readonly string[];
  /** The longest time between two scans, in milliseconds; by default that of the watcher, for git five minutes. */
  readonly scan?: number;
}

/** A folder to be watched, as the configuration says it. */
export interface FolderDefinition extends CommonDefinition {
  readonly kind?: 'folder';
  /** The folder; it need not exist yet. */
  readonly root: string;
  /** How long a file must rest before it is taken, in milliseconds; by default as the watcher is told. */
  readonly stable?: number;
  /** By default `keep`. */
  readonly policy?: SourcePolicy;
  /** The folder that `move` moves to, by default `.diglot-done` below the root. It may lie anywhere that is not watched. */
  readonly moveTo?: string;
}

/** A git repository to be followed. */
export interface GitDefinition extends CommonDefinition {
  readonly kind: 'git';
  /** `https://`, `ssh://` or `file://`. */
  readonly address: string;
  /** By default what the repository calls its HEAD. */
  readonly branch?: string;
  /** How long one talk with the repository may take, in milliseconds. */
  readonly timeout?: number;
}

/** What the paths of digests say that are handed over under a name. */
export interface UploadsDefinition extends Placed {
  readonly kind: 'uploads';
  readonly name: string;
  readonly paths: readonly string[];
}

/** A source that is looked at again and again. */
export type WatchedDefinition = FolderDefinition | GitDefinition;

export type SourceDefinition = WatchedDefinition | UploadsDefinition;

export function isWatched(definition: SourceDefinition): definition is WatchedDefinition {
  return definition.kind !== 'uploads';
}

/** The longest name of a source, in UTF-16 units; the contract of `digest.discovered` has the same. */
const NAME_LIMIT = 200;

/** @throws DiglotError `DIGLOT_CONFIG_INVALID` naming everything that is wrong */
export function checkDefinitions(definitions: readonly SourceDefinition[]): void {
  refuse([...definitions.filter(isWatched).flatMap(placeMistakes), ...definitions.flatMap(nameMistakes)]);
}

/** @throws DiglotError `DIGLOT_CONFIG_INVALID` with one line for each mistake, where there is one */
export function refuse(mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new DiglotError('DIGLOT_CONFIG_INVALID', [...new Set(mistakes)].join('\n'));
}

function nameMistakes(definition: SourceDefinition, index: number, all: readonly SourceDefinition[]): string[] {
  const { name } = definition;
  if (name === undefined) return [];
  if (!isSourceName(name)) return [mistakeAt(definition, 'name', `${JSON.stringify(name)} cannot be a source's name`)];
  if (all.findIndex((other) => other.name === name) === index) return [];
  return [mistakeAt(definition, 'name', `two sources have the name ${JSON.stringify(name)}`)];
}

/** A name stands in keys, which a line feed divides. */
export function isSourceName(name: string): boolean {
  return name.trim() !== '' && name.length <= NAME_LIMIT && !/[\p{Cc}\p{Cs}]/u.test(name);
}

function placeMistakes(definition: WatchedDefinition): string[] {
  if (definition.kind === 'git') {
    const { address, branch } = definition;
    const mistakes = [addressMistake(address), branch === undefined ? null : branchMistake(branch)];
    return mistakes
      .filter((mistake) => mistake !== null)
      .map((mistake) => mistakeAt(definition, 'address', `a git source: ${mistake}`));
  }
  const { root, policy, moveTo } = definition;
  return [
    ...(root === '' || root.includes('\0') ? [mistakeAt(definition, 'folder', 'a source needs a folder')] : []),
    ...(moveTo !== undefined && policy !== 'move'
      ? [mistakeAt(definition, 'moveTo', `${root}: only a source that moves its files has a place for them`)]
      : []),
    ...(moveTo === '' || moveTo?.includes('\0')
      ? [mistakeAt(definition, 'moveTo', `${root}: a place for moved files needs a folder`)]
      : []),
  ];
}
