import type { PathKnowledge } from '@diglot/formats';
import type { Transaction } from '@diglot/platform';

const RESTATE = `
  UPDATE watcher.placements SET
    date = given.date::date, category = given.category, topic = given.topic,
    section_announced = placements.section_announced OR given.revision IS NOT NULL,
    revision = coalesce(given.revision, placements.revision), event_id = coalesce(given.event_id, placements.event_id),
    changed_at = CASE WHEN given.revision IS NULL THEN placements.changed_at ELSE now() END
  FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::uuid[])
    AS given (path, date, category, topic, revision, event_id)
  WHERE placements.source = $1 AND placements.path = given.path`;

/** What a path says now; the revision and its announcement are null where nothing is announced. */
export interface RestatedPlacement extends PathKnowledge {
  readonly path: string;
  readonly revision: number | null;
  readonly eventId: string | null;
}

export async function saveRestated(
  tx: Transaction,
  source: string,
  placements: readonly RestatedPlacement[],
): Promise<void> {
  await tx.run(RESTATE, [
    source,
    placements.map(({ path }) => path),
    placements.map(({ date }) => date),
    placements.map(({ category }) => category),
    placements.map(({ topic }) => topic),
    placements.map(({ revision }) => revision),
    placements.map(({ eventId }) => eventId),
  ]);
}
