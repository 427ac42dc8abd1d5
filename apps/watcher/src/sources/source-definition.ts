import { DiglotError } from '@diglot/domain';

/** What happens to a file once its digest is stored and everyone who reads the announcements has passed it. */
export const SOURCE_POLICIES = ['keep', 'move', 'delete'] as const;
export type SourcePolicy = (typeof SOURCE_POLICIES)[number];

/** A folder to be watched, as the configuration says it. */
export interface SourceDefinition {
  /** The folder; it need not exist yet. */
  readonly root: string;
  /**
   * The name of the source for ever: who gives one may move the folder. Without one it is the name of the folder, made
   * unique, and remembered by the folder's real path.
   */
  readonly name?: string;
  /** Which paths below the root are digests; by default those that end in `.md`, in any case. */
  readonly pattern?: RegExp;
  /** By default `keep`. `move` puts files into `.diglot-done` below the root. */
  readonly policy?: SourcePolicy;
}

export const DEFAULT_PATTERN = /\.md$/i;

/** The longest name of a source, in UTF-16 units; the contract of `digest.discovered` has the same. */
const NAME_LIMIT = 200;

/** @throws DiglotError `DIGLOT_CONFIG_INVALID` naming everything that is wrong */
export function checkDefinitions(definitions: readonly SourceDefinition[]): void {
  const names = definitions.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const wrong = [
    ...definitions.filter(({ root }) => root === '' || root.includes('\0')).map(() => 'a source needs a folder'),
    ...names.filter((name) => !isSourceName(name)).map((name) => `${JSON.stringify(name)} cannot be a source's name`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `two sources have the name ${JSON.stringify(name)}`),
  ];
  if (wrong.length > 0) throw new DiglotError('DIGLOT_CONFIG_INVALID', [...new Set(wrong)].join('; '));
}

/** A name stands in keys, which a line feed divides. */
function isSourceName(name: string): boolean {
  return name.trim() !== '' && name.length <= NAME_LIMIT && !/[\p{Cc}\p{Cs}]/u.test(name);
}
