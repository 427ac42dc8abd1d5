import { DiglotError } from '@diglot/domain';
import type { PathRule } from '@diglot/formats';
import type { Database } from '@diglot/platform';
import type { Source } from '../leading/lead.ts';
import { contradictions } from './contradictions.ts';
import { listSourcesLocked } from './list-sources.statement.ts';
import { locateSource, ruleOf, type LocatedSource } from './locate-source.ts';
import { markConfigured } from './mark-configured.statement.ts';
import { nameSources } from './name-sources.ts';
import { saveSource } from './save-source.statement.ts';
import { checkDefinitions, isWatched, refuse, type SourceDefinition } from './source-definition.ts';

/**
 * Finds what is configured. A source that is given twice is one source.
 * @param clones the folder of the clones of git sources; null: there can be none
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` with all mistakes, each by file, line and field where these are known
 */
export async function locateSources(
  definitions: readonly SourceDefinition[],
  clones: string | null = null,
): Promise<readonly LocatedSource[]> {
  checkDefinitions(definitions);
  const looks = await Promise.allSettled(
    definitions.filter(isWatched).map((definition) => locateSource(definition, clones)),
  );
  const located = looks.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const mistakes = looks.flatMap((each) => (each.status === 'rejected' ? [mistakeOf(each.reason)] : []));
  refuse([...mistakes, ...contradictions(located)]);
  return [...new Map(located.toReversed().map((source) => [source.location, source])).values()].toReversed();
}

/** @throws what was thrown, unless it is about the configuration */
function mistakeOf(thrown: unknown): string {
  if (thrown instanceof DiglotError && thrown.code === 'DIGLOT_CONFIG_INVALID') return thrown.detail;
  throw thrown;
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
