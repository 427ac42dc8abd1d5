import type { Database } from '@diglot/platform';
import type { Alarm } from '../alarms/alarm-clock.port.ts';

/** How many receipts one sweep takes at most. */
export const SWEEP_LIMIT = 1000;

/**
 * Sweepers need no advisory lock to keep out of each other's way: rows that another one holds are skipped, and those
 * that it has just armed no longer match when this one comes to lock them. Two alarms for one attempt would do no harm
 * either, since only one of them can claim it.
 */
const SWEEP = `
  WITH due AS (
    SELECT consumer, event_id FROM pipeline.inbox
    WHERE status = 'retrying' AND consumer = ANY($1) AND next_at <= now()
      AND (armed_until IS NULL OR armed_until < now()) AND (lease_until IS NULL OR lease_until < now())
    ORDER BY next_at LIMIT $2
    FOR UPDATE SKIP LOCKED
  )
  UPDATE pipeline.inbox SET armed_until = now() + make_interval(secs => $3), epoch = epoch + 1
  FROM due
  WHERE inbox.consumer = due.consumer AND inbox.event_id = due.event_id
  RETURNING inbox.consumer, inbox.event_id AS "eventId", redrives, attempt, epoch, next_at AS at,
    lease_token IS NOT NULL AS abandoned`;

/**
 * Marks what is due, neither armed nor leased, as armed, and says which alarms to set. A lease that ran out belongs to
 * an attempt that never came back.
 */
export async function sweepReceipts(
  database: Database,
  consumers: readonly string[],
  armedSeconds: number,
): Promise<Alarm[]> {
  return database.rows<Alarm>(SWEEP, [consumers, SWEEP_LIMIT, armedSeconds]);
}
