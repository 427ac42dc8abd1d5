import type { Sql } from '@diglot/platform';
import type { StageFigures, StageReader } from './stage-figures.ts';

/** As far as each reader's place is behind, in rows; an index on (topic, txid, id) counts no more than those. */
const LAG = `
  SELECT reader.consumer, reader.topic, cursor.moved_at AS "movedAt", behind.lag, behind."oldestSeconds"
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS reader (consumer, topic, place)
  LEFT JOIN pipeline.cursor_view AS cursor ON cursor.reader = reader.consumer AND cursor.topic = reader.topic
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS lag,
    CASE WHEN count(*) > 0 THEN extract(epoch FROM greatest(now() - min(created_at), interval '0'))::float8 END AS "oldestSeconds"
    FROM pipeline.outbox_view AS outbox
    WHERE outbox.topic = reader.topic AND (outbox.txid, outbox.id) > (coalesce(cursor.txid, '0'), coalesce(cursor.id, 0))
  ) AS behind
  ORDER BY reader.place`;

/** Where the outbox is the log, each reader has a place in it. */
export async function cursorLag(sql: Sql, readers: readonly StageReader[]): Promise<StageFigures[]> {
  return sql.rows<StageFigures>(LAG, [readers.map(({ consumer }) => consumer), readers.map(({ topic }) => topic)]);
}
