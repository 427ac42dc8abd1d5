import type { Transaction } from '@diglot/platform';
import type { OutboxPosition } from './outbox-position.ts';

/** Forward only: a slow reader that wakes behind its successor changes nothing. */
const MOVE = `
  UPDATE pipeline.cursor SET txid = $3::xid8, id = $4::bigint, moved_at = now()
  WHERE reader = $1 AND topic = $2 AND (txid, id) < ($3::xid8, $4::bigint)`;

export async function moveCursor(tx: Transaction, reader: string, topic: string, to: OutboxPosition): Promise<void> {
  await tx.run(MOVE, [reader, topic, to.txid, to.id]);
}
