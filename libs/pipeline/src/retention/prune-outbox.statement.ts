import type { Database } from '@diglot/platform';

/**
 * Removes what every reader of the topic has passed, as a topic's retention would; of pointers no more than compaction
 * would: the newest one of a key stays, or a reader that begins anew would never see the key. A topic that nobody reads
 * stays whole, since its reader may only not have started yet; and dead letters stay, as do the dead of the inbox (I5).
 */
const PRUNE = `
  DELETE FROM pipeline.outbox
  WHERE ctid >= $1::tid AND ctid < $2::tid
    AND created_at < now() - make_interval(days => $3) AND topic NOT LIKE '%.dlq'
    AND EXISTS (SELECT FROM pipeline.cursor WHERE cursor.topic = outbox.topic)
    AND NOT EXISTS (
      SELECT FROM pipeline.cursor
      WHERE cursor.topic = outbox.topic AND (cursor.txid, cursor.id) < (outbox.txid, outbox.id))
    AND (payload IS NOT NULL OR EXISTS (
      SELECT FROM pipeline.outbox AS later
      WHERE later.payload IS NULL AND later.topic = outbox.topic AND later.key = outbox.key
        AND (later.txid, later.id) > (outbox.txid, outbox.id)))`;

/** Removes the rows of some pages, the last of them not among them, that are past retention. @returns how many */
export async function pruneOutbox(
  database: Database,
  pages: { readonly from: number; readonly to: number },
  days: number,
): Promise<number> {
  return database.run(PRUNE, [`(${pages.from},0)`, `(${pages.to},0)`, days]);
}
