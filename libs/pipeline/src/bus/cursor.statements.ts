import type { Database, Transaction } from '@diglot/platform';
import type { OutboxPosition } from './outbox-position.ts';

const OPEN = `
  INSERT INTO pipeline.cursor (reader, topic) VALUES ($1, $2)
  ON CONFLICT (reader, topic) DO UPDATE SET moved_at = cursor.moved_at
  RETURNING txid, id`;

/** Forward only: a slow reader that wakes behind its successor changes nothing. */
const MOVE = `
  UPDATE pipeline.cursor SET txid = $3::xid8, id = $4::bigint, moved_at = now()
  WHERE reader = $1 AND topic = $2 AND (txid, id) < ($3::xid8, $4::bigint)`;

const REWIND = `UPDATE pipeline.cursor SET txid = '0', id = 0, moved_at = now() WHERE reader = $1 AND topic = $2`;

const LAG = `
  SELECT count(*)::int AS lag FROM pipeline.outbox JOIN pipeline.cursor USING (topic)
  WHERE cursor.reader = $1 AND topic = $2 AND (outbox.txid, outbox.id) > (cursor.txid, cursor.id)`;

/** The reader's place; it begins at the beginning. */
export async function openCursor(database: Database, reader: string, topic: string): Promise<OutboxPosition> {
  const [position] = await database.rows<OutboxPosition>(OPEN, [reader, topic]);
  if (!position) throw new Error('INSERT … ON CONFLICT DO UPDATE returned no row');
  return position;
}

export async function moveCursor(tx: Transaction, reader: string, topic: string, to: OutboxPosition): Promise<void> {
  await tx.run(MOVE, [reader, topic, to.txid, to.id]);
}

export async function rewindCursor(database: Database, reader: string, topic: string): Promise<void> {
  await database.run(REWIND, [reader, topic]);
}

/** Rows of the topic behind the reader's place, those of open transactions not among them. */
export async function cursorLag(database: Database, reader: string, topic: string): Promise<number> {
  const [row] = await database.rows<{ lag: number }>(LAG, [reader, topic]);
  return row?.lag ?? 0;
}
