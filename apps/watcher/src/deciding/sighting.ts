import { isSameVersion, type FileStat } from '../scanning/file-stat.ts';
import type { SeenFile } from '../scanning/scan.ts';

/** What is remembered of a file between scans. */
export interface Sighting extends SeenFile {
  /** When the file was first seen as it is now. */
  readonly since: number;
  /** When it was first seen after it was last taken, or at all. */
  readonly waitingSince: number;
}

/** When a scan began and ended, on a clock that never jumps; milliseconds. */
export interface ScanTimes {
  readonly started: number;
  readonly ended: number;
}

/**
 * Joins a scan to what the scans before saw. A file counts as seen first at the *end* of a scan and as seen again at the
 * *start* of one, so that the time between two observations is never overestimated.
 * @param isTaken whether the file as it was then is stored already
 */
export function observe(
  before: ReadonlyMap<string, Sighting>,
  files: ReadonlyMap<string, SeenFile>,
  { ended }: ScanTimes,
  isTaken: (path: string, stat: FileStat) => boolean,
): Map<string, Sighting> {
  const sightings = new Map<string, Sighting>();
  for (const [path, file] of files) {
    const last = before.get(path);
    const rests = last !== undefined && isSameVersion(last.stat, file.stat);
    const waits = last !== undefined && !isTaken(path, last.stat);
    sightings.set(path, {
      ...file,
      since: rests ? last.since : ended,
      waitingSince: waits ? last.waitingSince : ended,
    });
  }
  return sightings;
}

/**
 * A timestamp of a file system may be as coarse as this (FAT: 2 s), in milliseconds. A second write within it can leave
 * size and time as they are: git's "racy" files.
 */
export const TIMESTAMP_GRANULARITY = 2000;

/**
 * Whether a file read at some moment can be recognised by its stat from then on: a later write must bear another
 * timestamp. Either the last write was long before by the two clocks, or we have watched it rest for long enough, which
 * needs no clock of the file system's.
 */
export function isSettled(
  sighting: Pick<Sighting, 'stat' | 'since'>,
  read: { readonly at: number; readonly wallClock: number },
): boolean {
  const age = read.wallClock - Number(sighting.stat.modified / 1_000_000n);
  return age >= TIMESTAMP_GRANULARITY || read.at - sighting.since >= TIMESTAMP_GRANULARITY;
}
