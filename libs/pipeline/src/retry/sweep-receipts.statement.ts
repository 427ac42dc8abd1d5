import type { Database } from '@diglot/platform';
import type { Alarm } from '../alarms/alarm-clock.port.ts';

/** How many receipts one sweep takes. */
const LIMIT = 1000;
/** How long a set alarm is trusted before it is set again. */
const ARMED_SECONDS = 60;

/** One sweeper at a time per set of consumers; the lock ends with the statement's transaction. */
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
  RETURNING inbox.consumer, inbox.event_id AS "eventId", redrives, attempt, epoch, next_at AS at`;

/** Marks what is due, neither armed nor leased, as armed, and says which alarms to set. */
export async function sweepReceipts(database: Database, consumers: readonly string[]): Promise<Alarm[]> {
  return database.rows<Alarm>(SWEEP, [consumers, LIMIT, ARMED_SECONDS]);
}
