import type { Sql } from '@diglot/platform';

/** A reader of the outbox, and how far it is behind. */
export interface Backlog {
  readonly reader: string;
  readonly topic: string;
  readonly rows: number;
  /** Age of the oldest row that it has not read, in seconds; 0 when there is none. */
  readonly seconds: number;
}

/** An index on (topic, txid, id) counts no more than what is behind. */
const BACKLOG = `
  SELECT reader, cursor.topic, behind.rows, behind.seconds
  FROM pipeline.cursor_view AS cursor
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS rows, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS seconds
    FROM pipeline.outbox_view AS outbox
    WHERE outbox.topic = cursor.topic AND (outbox.txid, outbox.id) > (cursor.txid, cursor.id)
  ) AS behind
  WHERE cursor.topic = ANY($1)`;

/** How far every reader of some topics of the outbox is behind; in the stack profile that is the relay. */
export async function readBacklog(sql: Sql, topics: readonly string[]): Promise<Backlog[]> {
  return sql.rows<Backlog>(BACKLOG, [topics]);
}
