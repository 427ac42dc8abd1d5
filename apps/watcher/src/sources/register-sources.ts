import { DiglotError } from '@diglot/domain';
import type { PathRule } from '@diglot/formats';
import type { Database } from '@diglot/platform';
import type { Source } from '../leading/lead.ts';
import { isInside } from '../scanning/resolve-link.ts';
import { listSourcesLocked } from './list-sources.statement.ts';
import { locateSource, ruleOf, type LocatedSource } from './locate-source.ts';
import { markConfigured } from './mark-configured.statement.ts';
import { nameSources } from './name-sources.ts';
import { saveSource } from './save-source.statement.ts';
import { checkDefinitions, isWatched, type SourceDefinition } from './source-definition.ts';

/**
 * Finds what is configured. A source that is given twice is one source.
 * @param clones the folder of the clones of git sources; null: there can be none
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`
 */
export async function locateSources(
  definitions: readonly SourceDefinition[],
  clones: string | null = null,
): Promise<readonly LocatedSource[]> {
  checkDefinitions(definitions);
  const located = await Promise.all(
    definitions.filter(isWatched).map((definition) => locateSource(definition, clones)),
  );
  const distinct = mergeTwins(located);
  for (const { moveTo } of distinct) if (moveTo !== null) refuseWatched(moveTo, distinct);
  return distinct;
}

/**
 * Gives every source its name, and remembers it; the others are remembered as configured no more.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`
 */
export async function registerSources(
  database: Database,
  located: readonly LocatedSource[],
): Promise<readonly Source[]> {
  const names = await database.transaction(async (tx) => {
    const assigned = nameSources(located, await listSourcesLocked(tx));
    for (const { location, kind } of located) await saveSource(tx, assigned.get(location) ?? location, location, kind);
    await markConfigured(tx, [...assigned.values()]);
    return assigned;
  });
  return located.map(({ location, kind, origin, policy, rule, timing }) => {
    return { name: names.get(location) ?? location, location, kind, origin, policy, rule, timing };
  });
}

/**
 * What the paths of uploads say, by the names of their sources; the others have the usual layouts.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`
 */
export function uploadRules(definitions: readonly SourceDefinition[]): ReadonlyMap<string, PathRule> {
  return new Map(
    definitions.flatMap((definition) => (isWatched(definition) ? [] : [[definition.name, ruleOf(definition.paths)]])),
  );
}

function mergeTwins(sources: readonly LocatedSource[]): readonly LocatedSource[] {
  const distinct = new Map<string, LocatedSource>();
  for (const source of sources) {
    const twin = distinct.get(source.location);
    if (twin && twin.settings !== source.settings) {
      throw new DiglotError('DIGLOT_CONFIG_INVALID', `${source.location} is given twice, and differently`);
    }
    distinct.set(source.location, twin ?? source);
  }
  return [...distinct.values()];
}

/** What is moved there would be a digest of that source. Below its own root it is left alone. */
function refuseWatched(moveTo: string, sources: readonly LocatedSource[]): void {
  const other = sources.find(({ kind, location, moveTo: own }) => {
    return kind === 'folder' && own !== moveTo && isInside(location, moveTo);
  });
  if (other) throw new DiglotError('DIGLOT_CONFIG_INVALID', `${moveTo}, where files are moved to, is watched itself`);
}
