import type { Sql } from '@diglot/platform';
import type { StageFigures, StageReader } from './stage-figures.ts';

/**
 * A row is taken once its receipt is there; a pointer, once there is a receipt of it or of a later one of its key, for what
 * was sent is the state of the moment. Rows of transactions before `from` are all taken.
 *
 * What has committed may have any transaction number that is not below the snapshot's `xmin`, so no place goes further.
 */
const LAG = `
  WITH unsettled AS (
    SELECT row.txid, row.created_at FROM pipeline.outbox_view AS row
    WHERE row.topic = $2 AND row.txid >= $3::xid8
      AND NOT EXISTS (SELECT FROM pipeline.inbox_view AS receipt WHERE receipt.consumer = $1 AND receipt.event_id = row.event_id)
      AND (row.payload IS NOT NULL OR NOT EXISTS (
        SELECT FROM pipeline.outbox_view AS later
        JOIN pipeline.inbox_view AS receipt ON receipt.consumer = $1 AND receipt.event_id = later.event_id
        WHERE later.topic = row.topic AND later.key = row.key AND later.payload IS NULL
          AND (later.txid, later.id) > (row.txid, row.id)
      ))
  )
  SELECT count(*)::int AS lag,
    CASE WHEN count(*) > 0 THEN extract(epoch FROM greatest(now() - min(created_at), interval '0'))::float8 END AS "oldestSeconds",
    least((SELECT txid FROM unsettled ORDER BY txid LIMIT 1), pg_snapshot_xmin(pg_current_snapshot()))::text AS place,
    (SELECT max(updated_at) FROM pipeline.inbox_view
     WHERE consumer = $1 AND updated_at > now() - interval '1 hour') AS "movedAt"
  FROM unsettled`;

/** What {@link receiptLag} found, and the transaction before which all rows are taken from now on. */
export interface ReceiptLag extends StageFigures {
  readonly place: string;
}

/**
 * Where Kafka is the log, only receipts say what a consumer has taken.
 * @param from a transaction before which everything is known to be taken
 */
export async function receiptLag(sql: Sql, { consumer, topic }: StageReader, from: string): Promise<ReceiptLag> {
  const [row] = await sql.rows<Omit<ReceiptLag, keyof StageReader>>(LAG, [consumer, topic, from]);
  return { consumer, topic, ...(row ?? { lag: 0, oldestSeconds: null, movedAt: null, place: from }) };
}
