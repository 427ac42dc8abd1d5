import type { Transaction } from '@diglot/platform';
import { RECEIPT_COLUMNS, type Receipt } from '../inbox/receipt.ts';
import { filterCondition, filterParameters, type ReceiptFilter } from './receipt-filter.ts';

/** In the order of their keys, so that two commands at once cannot wait for each other in a circle. */
const LOCK = `
  SELECT ${RECEIPT_COLUMNS} FROM pipeline.inbox
  WHERE ${filterCondition('retrying')} ORDER BY consumer, event_id LIMIT $4 FOR UPDATE`;

/** Locks some receipts that are being retried for the rest of the transaction. */
export async function lockRetrying(tx: Transaction, filter: ReceiptFilter, limit: number): Promise<Receipt[]> {
  return tx.rows<Receipt>(LOCK, [...filterParameters(filter), limit]);
}
