import type { Sha256 } from '@diglot/domain';
import type { Sql } from '@diglot/platform';
import { parseFileStat } from '../scanning/file-stat.ts';
import type { KnownPlacement } from './known-placement.ts';

const LOAD = `
  SELECT path, revision, encode(sha256, 'hex') AS sha256, seen, settled, cleaned_at IS NOT NULL AS cleaned,
    date::text AS date, category, topic, section_announced AS "sectionAnnounced"
  FROM watcher.placements WHERE source = $1`;

interface Row extends Omit<KnownPlacement, 'seen'> {
  readonly path: string;
  readonly sha256: Sha256 | null;
  readonly seen: string | null;
}

/** All placements of a source, by path. */
export async function loadPlacements(sql: Sql, source: string): Promise<Map<string, KnownPlacement>> {
  const rows = await sql.rows<Row>(LOAD, [source]);
  return new Map(
    rows.map(({ path, seen, ...row }) => [path, { ...row, seen: seen === null ? null : parseFileStat(seen) }]),
  );
}
