import type { Database } from '@diglot/platform';
import type { Headers } from '@diglot/contracts';
import type { OutboxPosition } from './outbox-position.ts';

/**
 * Rows are read in the order (txid, id), and only those of transactions older than every open one: a transaction that
 * commits late would otherwise be skipped for ever (docs/protocol.md, "The outbox is a log").
 * A batch ends with the row that reaches its size in bytes, so it is never empty because of one large row.
 */
const READ = `
  SELECT txid, id, key, headers, payload, timestamp
  FROM (
    SELECT txid, id, key, headers, payload, (extract(epoch FROM created_at) * 1000)::float8 AS timestamp,
      sum(octet_length(payload)) OVER (ORDER BY txid, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
    FROM pipeline.outbox
    WHERE topic = $1 AND (txid, id) > ($2::xid8, $3::bigint) AND txid < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY txid, id LIMIT $4
  ) AS log
  WHERE coalesce(before, 0) < $5
  ORDER BY txid, id`;

export interface OutboxRow {
  readonly position: OutboxPosition;
  readonly key: string;
  readonly headers: Headers;
  /** null: a pointer. */
  readonly payload: Buffer | null;
  readonly timestamp: number;
}

/** The next rows of a topic after a position. */
export async function readOutbox(
  database: Database,
  topic: string,
  after: OutboxPosition,
  limit: { readonly events: number; readonly bytes: number },
): Promise<OutboxRow[]> {
  const rows = await database.rows<OutboxPosition & Omit<OutboxRow, 'position'>>(READ, [
    topic,
    after.txid,
    after.id,
    limit.events,
    limit.bytes,
  ]);
  return rows.map(({ txid, id, ...row }) => ({ position: { txid, id }, ...row }));
}
