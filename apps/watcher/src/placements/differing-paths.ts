import type { PathRule } from '@diglot/formats';
import { isAnnounced } from './is-announced.ts';
import type { KnownPlacement } from './known-placement.ts';

/** The live placements whose paths say something else, by the rule of today, than is stored or announced. */
export function differingPaths(placements: Iterable<readonly [string, KnownPlacement]>, rule: PathRule): string[] {
  const paths: string[] = [];
  for (const [path, known] of placements) {
    const today = rule(path);
    const isStored = isAnnounced(path, { ...known, sectionAnnounced: true }, today);
    if (known.sha256 !== null && !(isStored && isAnnounced(path, known, today))) paths.push(path);
  }
  return paths;
}
