import type { Database } from '@diglot/platform';

/**
 * Transaction ids belong to a cluster. A dump restored elsewhere may bring some that the new cluster has not reached:
 * such rows would stay unread until it has, and cursors ahead of it would pass new rows unread. So these rows become the
 * oldest of the log, and the readers of the topic begin at its beginning; the inboxes drop what was taken.
 */
const ADOPT = `
  WITH reached AS (
    SELECT pg_snapshot_xmax(pg_current_snapshot()) AS txid
  ), adopted AS (
    UPDATE pipeline.outbox SET txid = '1' FROM reached
    WHERE outbox.topic = $1 AND outbox.txid >= reached.txid
    RETURNING outbox.id
  )
  UPDATE pipeline.cursor SET txid = '0', id = 0, moved_at = now() FROM reached
  WHERE cursor.topic = $1 AND (cursor.txid >= reached.txid OR EXISTS (SELECT FROM adopted))`;

/** Makes a restored log readable. @returns how many readers begin anew: 0, unless the log comes from another cluster */
export async function adoptLog(database: Database, topic: string): Promise<number> {
  return database.run(ADOPT, [topic]);
}
