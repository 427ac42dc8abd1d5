import type { Database } from '@diglot/platform';
import type { OutboxPosition } from './outbox-position.ts';

const OPEN = `
  INSERT INTO pipeline.cursor (reader, topic) VALUES ($1, $2)
  ON CONFLICT (reader, topic) DO UPDATE SET moved_at = cursor.moved_at
  RETURNING txid, id`;

/** The reader's place; it begins at the beginning. */
export async function openCursor(database: Database, reader: string, topic: string): Promise<OutboxPosition> {
  const [position] = await database.rows<OutboxPosition>(OPEN, [reader, topic]);
  if (!position) throw new Error('INSERT … ON CONFLICT DO UPDATE returned no row');
  return position;
}
