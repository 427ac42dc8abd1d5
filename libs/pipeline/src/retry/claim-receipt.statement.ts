import type { Database } from '@diglot/platform';
import { RECEIPT_COLUMNS, type Receipt } from '../inbox/receipt.ts';

/**
 * The claim counts the attempt, so that an event that always kills its process ends as well (R2). An alarm that rings
 * early (a stale one, after the attempt was given back) claims nothing; a second is for clocks that differ.
 */
const CLAIM = `
  UPDATE pipeline.inbox SET
    attempt = attempt + 1, armed_until = NULL, lease_token = $4, lease_until = now() + make_interval(secs => $5),
    updated_at = now()
  WHERE consumer = $1 AND event_id = $2 AND status = 'retrying' AND attempt = $3
    AND next_at <= now() + interval '1 second'
    AND (lease_until IS NULL OR lease_until < now())
  RETURNING ${RECEIPT_COLUMNS}`;

/** @returns null when the alarm is stale: settled, claimed by another, or at another attempt */
export async function claimReceipt(
  database: Database,
  alarm: { readonly consumer: string; readonly eventId: string; readonly attempt: number },
  lease: { readonly token: string; readonly seconds: number },
): Promise<Receipt | null> {
  const rows = await database.rows<Receipt>(CLAIM, [
    alarm.consumer,
    alarm.eventId,
    alarm.attempt,
    lease.token,
    lease.seconds,
  ]);
  return rows[0] ?? null;
}
