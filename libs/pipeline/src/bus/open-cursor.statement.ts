import type { Database } from '@diglot/platform';
import { onlyRow } from '../statements/only-row.ts';
import type { OutboxPosition } from './outbox-position.ts';

const OPEN = `
  INSERT INTO pipeline.cursor (reader, topic) VALUES ($1, $2)
  ON CONFLICT (reader, topic) DO UPDATE SET moved_at = cursor.moved_at
  RETURNING txid, id`;

/** The reader's place; it begins at the beginning. */
export async function openCursor(database: Database, reader: string, topic: string): Promise<OutboxPosition> {
  return onlyRow(await database.rows<OutboxPosition>(OPEN, [reader, topic]));
}
