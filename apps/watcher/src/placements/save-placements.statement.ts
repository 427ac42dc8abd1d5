import type { Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import { formatFileStat, type FileStat } from '../scanning/file-stat.ts';
import type { AnnouncedKnowledge } from './is-announced.ts';

const SAVE = `
  UPDATE watcher.placements SET
    revision = given.revision, sha256 = decode(given.sha256, 'hex'), size = given.size, date = given.date::date,
    category = given.category, topic = given.topic, section_announced = given.section_announced,
    changed_at = CASE WHEN given.revision > placements.revision THEN now() ELSE placements.changed_at END,
    event_id = coalesce(given.event_id, placements.event_id), seen = given.seen, settled = given.settled, cleaned_at = NULL
  FROM unnest(
      $2::text[], $3::int[], $4::text[], $5::int[], $6::text[], $7::uuid[], $8::text[], $9::boolean[], $10::text[], $11::text[],
      $12::boolean[])
    AS given (path, revision, sha256, size, date, event_id, seen, settled, category, topic, section_announced)
  WHERE placements.source = $1 AND placements.path = given.path`;

/** A placement as it is from now on. */
export interface SavedPlacement extends AnnouncedKnowledge {
  readonly path: string;
  readonly revision: number;
  readonly sha256: Sha256 | null;
  readonly size: number | null;
  /** The announcement of this revision; null where the revision is the old one. */
  readonly eventId: string | null;
  readonly seen: FileStat | null;
  readonly settled: boolean;
}

export async function savePlacements(
  tx: Transaction,
  source: string,
  placements: readonly SavedPlacement[],
): Promise<void> {
  await tx.run(SAVE, [
    source,
    placements.map(({ path }) => path),
    placements.map(({ revision }) => revision),
    placements.map(({ sha256 }) => sha256),
    placements.map(({ size }) => size),
    placements.map(({ date }) => date),
    placements.map(({ eventId }) => eventId),
    placements.map(({ seen }) => seen && formatFileStat(seen)),
    placements.map(({ settled }) => settled),
    placements.map(({ category }) => category),
    placements.map(({ topic }) => topic),
    placements.map(({ sectionAnnounced }) => sectionAnnounced),
  ]);
}
