import { DiglotError } from '@diglot/domain';
import type { Database } from '@diglot/platform';
import type { Source } from '../leading/lead.ts';
import { listSourcesLocked } from './list-sources.statement.ts';
import { nameSources, type WantedSource } from './name-sources.ts';
import { resolveLocation } from './resolve-location.ts';
import { saveSource } from './save-source.statement.ts';
import { checkDefinitions, DEFAULT_PATTERN, type SourceDefinition } from './source-definition.ts';

/**
 * Gives every configured folder its name, and remembers it. A folder that is given twice is one source.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`
 */
export async function registerSources(
  database: Database,
  definitions: readonly SourceDefinition[],
): Promise<readonly Source[]> {
  checkDefinitions(definitions);
  const wanted = await Promise.all(definitions.map(locate));
  const distinct = mergeTwins(wanted);
  const names = await database.transaction(async (tx) => {
    const assigned = nameSources(distinct, await listSourcesLocked(tx));
    for (const [location, name] of assigned) await saveSource(tx, name, location);
    return assigned;
  });
  return distinct.map(({ location, pattern, policy }) => ({
    name: names.get(location) ?? location,
    location,
    pattern,
    policy,
  }));
}

type LocatedSource = WantedSource & Pick<Source, 'pattern' | 'policy'>;

async function locate({ root, name, pattern, policy }: SourceDefinition): Promise<LocatedSource> {
  return {
    location: await resolveLocation(root),
    name: name ?? null,
    pattern: stateless(pattern ?? DEFAULT_PATTERN),
    policy: policy ?? 'keep',
  };
}

/** `g` and `y` make a pattern remember where it was. */
function stateless({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.replaceAll(/[gy]/g, ''));
}

function mergeTwins(sources: readonly LocatedSource[]): readonly LocatedSource[] {
  const distinct = new Map<string, LocatedSource>();
  for (const source of sources) {
    const twin = distinct.get(source.location);
    if (twin && !isAlike(twin, source)) {
      throw new DiglotError('DIGLOT_CONFIG_INVALID', `${source.location} is given twice, and differently`);
    }
    distinct.set(source.location, twin ?? source);
  }
  return [...distinct.values()];
}

function isAlike(a: LocatedSource, b: LocatedSource): boolean {
  return a.name === b.name && a.policy === b.policy && String(a.pattern) === String(b.pattern);
}
