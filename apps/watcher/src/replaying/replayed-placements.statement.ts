import type { CalendarDate, Sha256 } from '@diglot/domain';
import type { PathKnowledge } from '@diglot/formats';
import type { Transaction } from '@diglot/platform';
import type { OpenReplay } from './next-replay.statement.ts';

/** A placement that holds a digest, as it was announced last. */
export interface ReplayedPlacement extends PathKnowledge {
  readonly source: string;
  readonly path: string;
  readonly sha256: Sha256;
  readonly size: number;
  readonly date: CalendarDate;
  readonly revision: number;
}

/** Without a lock: who takes the next revision meanwhile announces it too, and then this one is stale. */
const PLACEMENTS = `
  SELECT source, path, encode(sha256, 'hex') AS sha256, size, date::text AS date, category, topic, revision
  FROM watcher.placements
  WHERE sha256 IS NOT NULL AND date >= $1::date AND ($2::text IS NULL OR source = $2) AND (source, path) > ($3, $4)
  ORDER BY source, path LIMIT $5`;

/** The next placements of a replay, in the order of their keys. */
export async function replayedPlacements(
  tx: Transaction,
  { from, source, lastSource, lastPath }: OpenReplay,
  limit: number,
): Promise<ReplayedPlacement[]> {
  return tx.rows<ReplayedPlacement>(PLACEMENTS, [from, source, lastSource, lastPath, limit]);
}
