import { DiglotError } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

const HOLD = `
  SELECT event_id FROM pipeline.inbox
  WHERE consumer = $1 AND event_id = $2 AND status = 'retrying' AND lease_token = $3
  FOR UPDATE`;

/**
 * Locks a receipt for as long as the transaction lasts.
 * @throws DiglotError `DIGLOT_LEASE_LOST` when another worker took it over: everything is to be discarded
 */
export async function holdLease(tx: Transaction, consumer: string, eventId: string, token: string): Promise<void> {
  const rows = await tx.rows(HOLD, [consumer, eventId, token]);
  if (rows.length === 0) throw new DiglotError('DIGLOT_LEASE_LOST', `${consumer} lost its lease on ${eventId}`);
}
