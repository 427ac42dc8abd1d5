import type { Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { AnnouncedKnowledge } from './is-announced.ts';

/** Missing rows first, so that there is something to lock; in the order of the key, as everyone locks. */
const ENSURE = `
  INSERT INTO watcher.placements (source, path)
  SELECT $1, path FROM unnest($2::text[]) AS given (path) ORDER BY path COLLATE "C"
  ON CONFLICT (source, path) DO NOTHING`;

const LOCK = `
  SELECT path, revision, encode(sha256, 'hex') AS sha256, size, date::text AS date, category, topic,
    section_announced AS "sectionAnnounced"
  FROM watcher.placements WHERE source = $1 AND path = ANY($2::text[])
  ORDER BY path FOR UPDATE`;

/** What a locked placement holds; revision 0: it is new. */
export interface LockedPlacement extends AnnouncedKnowledge {
  readonly path: string;
  readonly revision: number;
  readonly sha256: Sha256 | null;
  readonly size: number | null;
}

/** Creates the placements that are missing, and locks all of them. */
export async function lockPlacements(
  tx: Transaction,
  source: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, LockedPlacement>> {
  await tx.run(ENSURE, [source, paths]);
  const rows = await tx.rows<LockedPlacement>(LOCK, [source, paths]);
  return new Map(rows.map((row) => [row.path, row]));
}
