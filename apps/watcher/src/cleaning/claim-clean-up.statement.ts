import type { Transaction } from '@diglot/platform';

/**
 * A file is given over once its announcement has passed every reader of the log (in the Kafka profile that is the relay) and
 * is done at every consumer that must settle it. Both leave nothing behind in the end, by retention, and only what was passed
 * or done leaves; so what is in neither was settled long ago. Without any reader nobody has passed anything.
 */
const CLAIM = `
  UPDATE watcher.placements SET cleaned_at = coalesce(cleaned_at, now())
  WHERE source = $1 AND path = ANY($2::text[]) AND sha256 IS NOT NULL
    AND EXISTS (SELECT FROM pipeline.cursor_view AS cursor WHERE cursor.topic = $3)
    AND NOT EXISTS (
      SELECT FROM pipeline.outbox_view AS outbox JOIN pipeline.cursor_view AS cursor USING (topic)
      WHERE outbox.event_id = placements.event_id AND (cursor.txid, cursor.id) < (outbox.txid, outbox.id))
    AND NOT EXISTS (
      SELECT FROM unnest($4::text[]) AS needed (consumer)
      LEFT JOIN pipeline.inbox_view AS receipt
        ON receipt.consumer = needed.consumer AND receipt.event_id = placements.event_id
      WHERE CASE
        WHEN receipt.status IS NOT NULL THEN receipt.status <> 'done'
        ELSE EXISTS (SELECT FROM pipeline.outbox_view AS outbox WHERE outbox.event_id = placements.event_id)
      END)
  RETURNING path`;

/**
 * Gives those of the files over to the policy of their source whose announcement everyone has settled. From the commit on,
 * their absence is no deletion.
 * @param settledBy names of consumers
 */
export async function claimCleanUp(
  tx: Transaction,
  source: string,
  paths: readonly string[],
  topic: string,
  settledBy: readonly string[],
): Promise<string[]> {
  const rows = await tx.rows<{ path: string }>(CLAIM, [source, paths, topic, settledBy]);
  return rows.map(({ path }) => path);
}
