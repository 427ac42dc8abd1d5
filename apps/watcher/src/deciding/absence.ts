import type { KnownPlacement } from '../placements/known-placement.ts';
import { ancestors } from '../scanning/path-rules.ts';
import type { Listing } from '../scanning/scan.ts';
import type { ScanTimes } from './sighting.ts';

/**
 * Live placements whose file a scan did not see, with the time since when. What has a problem, or lies below a folder
 * that has one, is not absent: we cannot know. Nor is what was moved or deleted by the policy of the source.
 */
export function observeAbsences(
  before: ReadonlyMap<string, number>,
  placements: ReadonlyMap<string, KnownPlacement>,
  { files, problems }: Pick<Listing, 'files' | 'problems'>,
  { ended }: ScanTimes,
): Map<string, number> {
  const shields = new Set(problems.map(({ path }) => path));
  const absences = new Map<string, number>();
  for (const [path, { sha256, cleaned }] of placements) {
    if (sha256 === null || cleaned || files.has(path) || isShielded(path, shields)) continue;
    absences.set(path, before.get(path) ?? ended);
  }
  return absences;
}

function isShielded(path: string, shields: ReadonlySet<string>): boolean {
  if (shields.size === 0) return false;
  if (shields.has(path)) return true;
  for (const folder of ancestors(path)) if (shields.has(folder)) return true;
  return false;
}
