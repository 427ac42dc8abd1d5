import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { messageOf } from '@diglot/platform';
import { systemCode } from '../scanning/file-failure.ts';
import type { DefinitionPlace } from '../sources/definition-place.ts';
import type { SourceDefinition } from '../sources/source-definition.ts';
import type { ConfiguredSource } from './configuration.schema.ts';
import { parseConfiguration } from './parse-configuration.ts';

/** What it is called where nobody says otherwise. */
export const CONFIGURATION_FILE = 'diglot.config.json';

/** Sources, and the file that names them; null: none does. */
export interface ReadConfiguration {
  readonly file: string | null;
  readonly sources: readonly SourceDefinition[];
}

/**
 * Reads the sources of a configuration file.
 * @param named a file that must be there; null: {@link CONFIGURATION_FILE} in the first of the folders that has it
 * @param folders where it is looked for
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` naming everything that is wrong, with its line and field
 */
export async function readConfiguration(named: string | null, folders: readonly string[]): Promise<ReadConfiguration> {
  const files = named === null ? folders.map((folder) => join(folder, CONFIGURATION_FILE)) : [resolve(named)];
  for (const file of files) {
    const text = await read(file, named !== null);
    if (text !== null) return { file, sources: sourcesOf(file, text) };
  }
  return { file: null, sources: [] };
}

async function read(file: string, isNamed: boolean): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    if (!isNamed && systemCode(thrown) === 'ENOENT') return null;
    throw new DiglotError('DIGLOT_CONFIG_INVALID', messageOf(thrown), { place: { file }, cause: thrown });
  }
}

function sourcesOf(file: string, text: string): SourceDefinition[] {
  const parsed = parseConfiguration(text);
  if (parsed.configuration) {
    return parsed.configuration.sources.map((source, index) => {
      return { ...toDefinition(source, dirname(file)), place: placeOf(file, source, index, parsed.lineAt) };
    });
  }
  const list = parsed.mistakes.map(
    ({ line, field, message }) => `${file}:${line}${field && `, field ${field}`}: ${message}`,
  );
  throw new DiglotError('DIGLOT_CONFIG_INVALID', list.join('\n'));
}

function placeOf(
  file: string,
  source: ConfiguredSource,
  index: number,
  lineAt: (path: readonly (string | number)[]) => number,
): DefinitionPlace {
  const lines = Object.keys(source).map((field) => [field, lineAt(['sources', index, field])] as const);
  return { file, index, line: lineAt(['sources', index]), lines: Object.fromEntries(lines) };
}

const MILLISECONDS = 1000;

/** @param base the folder that relative paths start from */
function toDefinition(source: ConfiguredSource, base: string): SourceDefinition {
  if (source.kind === 'uploads') return source;
  const { name, include, ignore, depth, paths } = source;
  const common = given({ name, include, ignore, depth, paths });
  if (source.kind === 'git') {
    const { address, branch, fetchSeconds, timeoutSeconds } = source;
    const times = { scan: inMilliseconds(fetchSeconds), timeout: inMilliseconds(timeoutSeconds) };
    return { kind: 'git', address, ...common, ...given({ branch, ...times }) };
  }
  const { folder, afterwards, moveTo, scanSeconds, stableMilliseconds } = source;
  const target = moveTo === undefined ? undefined : resolve(base, moveTo);
  const times = { scan: inMilliseconds(scanSeconds), stable: stableMilliseconds };
  return {
    kind: 'folder',
    root: resolve(base, folder),
    ...common,
    ...given({ policy: afterwards, moveTo: target, ...times }),
  };
}

function inMilliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * MILLISECONDS;
}

/** Without what is undefined, which is not the same as absent. */
function given<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
