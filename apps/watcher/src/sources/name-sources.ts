import { mention, mistakeAt, type Placed } from './definition-place.ts';
import { refuse } from './source-definition.ts';

/** A source that the database knows. */
export interface KnownSource {
  readonly name: string;
  readonly location: string;
}

/** A source as it is configured, at its real place. */
export interface WantedSource extends Placed {
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
  refuse(wanted.flatMap((source) => nameContradictions(source, wanted, known)));
  for (const { name, location } of wanted) if (name !== null) names.set(location, name);
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

/** A name that was given must be the one that its place has, and of no other place that is watched too. */
function nameContradictions(
  source: WantedSource,
  wanted: readonly WantedSource[],
  known: readonly KnownSource[],
): string[] {
  const { name, location } = source;
  if (name === null) return [];
  const knownAs = known.find((other) => other.location === location)?.name ?? name;
  const elsewhere = known.find((other) => other.name === name && other.location !== location)?.location;
  const rival = wanted.find((other) => other.location === elsewhere);
  return [
    ...(knownAs === name ? [] : [`${location} is known as ${JSON.stringify(knownAs)}: give it this name, or none`]),
    ...(rival
      ? [`the name ${JSON.stringify(name)} belongs to ${rival.location}${mention(rival)}, which is watched too`]
      : []),
  ].map((message) => mistakeAt(source, 'name', message));
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
