import { DiglotError } from '@diglot/domain';

/** A source that the database knows. */
export interface KnownSource {
  readonly name: string;
  readonly location: string;
}

/** A source as it is configured, at its real place. */
export interface WantedSource {
  readonly location: string;
  readonly name: string | null;
  /** What it is called where nobody gave it a name. */
  readonly baseName: string;
}

/** Room for a number behind it; see the limit of a name. */
const BASE_LIMIT = 180;

/**
 * Names every wanted source, by location. A place keeps the name it has; a new one gets its base name,
 * with the first number that makes it unique, in the order of the paths, so that the order of the arguments does not matter.
 * A name that was given is the source's identity: with it a source may move to another folder.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` when a given name contradicts another
 */
export function nameSources(
  wanted: readonly WantedSource[],
  known: readonly KnownSource[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const byLocation = new Map(known.map(({ name, location }) => [location, name]));
  const locations = new Map(wanted.map(({ location, baseName }) => [location, baseName]));
  for (const { name, location } of wanted) {
    if (name === null) continue;
    refuseContradiction(name, location, byLocation.get(location));
    const elsewhere = known.find((source) => source.name === name && source.location !== location);
    if (elsewhere && locations.has(elsewhere.location)) {
      throw invalid(`the name ${JSON.stringify(name)} belongs to ${elsewhere.location}, which is watched too`);
    }
    names.set(location, name);
  }
  for (const { location } of wanted) {
    const name = names.get(location) ?? byLocation.get(location);
    if (name !== undefined) names.set(location, name);
  }
  const taken = new Set([...known.map(({ name }) => name), ...names.values()]);
  for (const [location, base] of [...locations].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (names.has(location)) continue;
    const name = uniqueName(usableName(base), taken);
    taken.add(name);
    names.set(location, name);
  }
  return names;
}

function refuseContradiction(name: string, location: string, knownAs: string | undefined): void {
  if (knownAs === undefined || knownAs === name) return;
  throw invalid(`${location} is known as ${JSON.stringify(knownAs)}: give it this name, or none`);
}

function uniqueName(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Without control characters and half characters, and not empty, as the root of the file system would have it. */
function usableName(base: string): string {
  const name = base
    .slice(0, BASE_LIMIT)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '-')
    .trim();
  return name === '' ? 'root' : name;
}

function invalid(detail: string): DiglotError {
  return new DiglotError('DIGLOT_CONFIG_INVALID', detail);
}
