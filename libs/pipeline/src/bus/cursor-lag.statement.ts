import type { Database } from '@diglot/platform';
import { onlyRow } from '../statements/only-row.ts';

/** A reader that never read has everything before it. */
const LAG = `
  SELECT count(*)::int AS lag
  FROM pipeline.outbox LEFT JOIN pipeline.cursor ON cursor.reader = $1 AND cursor.topic = outbox.topic
  WHERE outbox.topic = $2 AND (outbox.txid, outbox.id) > (coalesce(cursor.txid, '0'), coalesce(cursor.id, 0))`;

/** Rows of the topic behind the reader's place, those of open transactions not among them. */
export async function cursorLag(database: Database, reader: string, topic: string): Promise<number> {
  return onlyRow(await database.rows<{ lag: number }>(LAG, [reader, topic])).lag;
}
