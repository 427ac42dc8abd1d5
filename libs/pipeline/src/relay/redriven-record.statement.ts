import type { Database } from '@diglot/platform';
import { RECEIPT_COLUMNS, type Receipt } from '../inbox/receipt.ts';
import { RELAY_CONSUMER } from './set-aside.ts';

const REDRIVEN = `
  SELECT ${RECEIPT_COLUMNS} FROM pipeline.inbox
  WHERE consumer = $1 AND topic = $2 AND status = 'retrying' ORDER BY first_seen LIMIT 1`;

/** The oldest record of a topic that was set aside and that somebody wants to be sent after all. */
export async function redrivenRecord(database: Database, topic: string): Promise<Receipt | null> {
  const [receipt] = await database.rows<Receipt>(REDRIVEN, [RELAY_CONSUMER, topic]);
  return receipt ?? null;
}
