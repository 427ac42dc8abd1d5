import type { Sha256 } from '@diglot/domain';
import type { Sql } from '@diglot/platform';
import type { LiveFile } from './twin-of.ts';

/** What is deleted at the watcher does not count any more. */
const LOAD = `
  SELECT path, parsed.kind, encode(parsed.sha256, 'hex') AS sha256, placement.date::text AS date
  FROM parser.placements AS parsed JOIN watcher.placement_view AS placement USING (source, path)
  WHERE source = $1 AND parsed.sha256 IS NOT NULL AND placement.live AND parsed.kind IN ('digest', 'empty', 'sidecar')`;

export interface LiveFileRow extends LiveFile {
  readonly sha256: Sha256;
  readonly date: string | null;
}

/** The digests and sidecars of a source. */
export async function loadLiveFiles(sql: Sql, source: string): Promise<LiveFileRow[]> {
  return sql.rows<LiveFileRow>(LOAD, [source]);
}
