import { TOPICS } from '@diglot/contracts';
import type { Database } from '@diglot/platform';

/** The bytes are hashed again: that a row of this name is there does not say that it holds them. */
const UNCOMMITTED = `
  SELECT count(*)::int AS count FROM unnest($1::text[]) AS moved (sha256)
  WHERE NOT EXISTS (
      SELECT FROM watcher.digest_view AS digest
      WHERE digest.sha256 = decode(moved.sha256, 'hex') AND sha256(digest.bytes) = digest.sha256)
    OR NOT EXISTS (
      SELECT FROM pipeline.outbox_view AS outbox
      JOIN pipeline.inbox_view AS inbox ON inbox.event_id = outbox.event_id AND inbox.status = 'done'
      WHERE outbox.topic = $2 AND convert_from(outbox.payload, 'UTF8')::json ->> 'sha256' = moved.sha256)`;

/**
 * Of files that were moved away, those whose bytes, or whose announcement with the receipt of who parses it, the database
 * does not hold (I9).
 * @param hashes SHA-256 of each file, in hexadecimal
 */
export async function uncommittedFiles(database: Database, hashes: readonly string[]): Promise<number> {
  const [row] = await database.rows<{ count: number }>(UNCOMMITTED, [hashes, TOPICS.digestDiscovered]);
  if (!row) throw new Error('a count has one row');
  return row.count;
}
