import type { Database } from '@diglot/platform';

const REWIND = `UPDATE pipeline.cursor SET txid = '0', id = 0, moved_at = now() WHERE reader = $1 AND topic = $2`;

export async function rewindCursor(database: Database, reader: string, topic: string): Promise<void> {
  await database.run(REWIND, [reader, topic]);
}
