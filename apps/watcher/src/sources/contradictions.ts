import { isInside } from '../scanning/resolve-link.ts';
import { isEntered } from '../scanning/selection.ts';
import { mention, mistakeAt } from './definition-place.ts';
import type { LocatedSource } from './locate-source.ts';

/** What is wrong with sources together, though each of them may be fine; each with its place. */
export function contradictions(sources: readonly LocatedSource[]): string[] {
  return [...twinMistakes(sources), ...overlaps(sources), ...watchedTargets(sources)];
}

/** A source may be given twice, but not as two. */
function twinMistakes(sources: readonly LocatedSource[]): string[] {
  return sources.flatMap((source, index) => {
    const twin = sources.slice(0, index).find(({ location }) => location === source.location);
    if (!twin || twin.settings === source.settings) return [];
    const message = `${source.location} is given twice, and differently${mention(twin)}`;
    return [mistakeAt(source, source.kind === 'git' ? 'address' : 'folder', message)];
  });
}

/**
 * A folder in a folder would give everything twice; and where the inner one's files are put away once they are done, the
 * outer one would retract what they say.
 */
function overlaps(sources: readonly LocatedSource[]): string[] {
  const folders = sources.filter(({ kind }) => kind === 'folder');
  return folders.flatMap((inner) =>
    folders
      .filter((outer) => outer.location !== inner.location && isInside(outer.location, inner.location))
      .flatMap((outer) => {
        const path = inner.location.slice(outer.location.length).replace(/^\/+/, '');
        if (!isEntered(path, outer.selection)) return [];
        const advice = outer.place ? `add ${JSON.stringify(path)} to its "ignore"` : 'watch one of them';
        const message = `${inner.location} lies in ${outer.location}${mention(outer)}, which is watched too: ${advice}`;
        return [mistakeAt(inner, 'folder', message)];
      }),
  );
}

/** What is moved there would be a digest of that source. Below its own root it is left alone. */
function watchedTargets(sources: readonly LocatedSource[]): string[] {
  return sources.flatMap((source) => {
    const { moveTo } = source;
    if (moveTo === null) return [];
    const other = sources.find(({ kind, location, moveTo: own }) => {
      return kind === 'folder' && own !== moveTo && isInside(location, moveTo);
    });
    if (!other) return [];
    return [mistakeAt(source, 'moveTo', `${moveTo}, where files are moved to, is watched itself${mention(other)}`)];
  });
}
