import type { Transaction } from '@diglot/platform';

/**
 * A row that is gone from the outbox was passed by everyone, or it would still be there. Without any reader nobody has
 * passed anything.
 */
const CLAIM = `
  UPDATE watcher.placements SET cleaned_at = coalesce(cleaned_at, now())
  WHERE source = $1 AND path = ANY($2::text[]) AND sha256 IS NOT NULL
    AND EXISTS (SELECT FROM pipeline.cursor WHERE topic = $3)
    AND NOT EXISTS (
      SELECT FROM pipeline.outbox JOIN pipeline.cursor USING (topic)
      WHERE outbox.event_id = placements.event_id AND (cursor.txid, cursor.id) < (outbox.txid, outbox.id))
  RETURNING path`;

/**
 * Gives those of the files over to the policy of their source whose announcement every reader of the topic has passed.
 * From the commit on, their absence is no deletion.
 */
export async function claimCleanUp(
  tx: Transaction,
  source: string,
  paths: readonly string[],
  topic: string,
): Promise<string[]> {
  const rows = await tx.rows<{ path: string }>(CLAIM, [source, paths, topic]);
  return rows.map(({ path }) => path);
}
