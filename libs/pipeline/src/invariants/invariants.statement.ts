import { deadLetterEventId } from '@diglot/contracts';
import type { Database, Transaction } from '@diglot/platform';

/** Something that must never be so (docs/protocol.md, "Invariants"). */
export interface Violation {
  readonly invariant: 'I1' | 'I2' | 'I4' | 'I5' | 'I6';
  readonly detail: string;
  /** Rows that it concerns. */
  readonly count: number;
}

/**
 * Each check gives one row, with the count of what violates it. The log is compared with the inboxes as far back as it
 * is kept, since receipts live longer. A relay ($1) has a cursor and no inbox. Events that state no id are known by
 * their place, and pointers by their key: the id is that of the state they were loaded as.
 */
const CHECK = `
  SELECT 'I1' AS invariant, 'events that their reader has passed without a receipt' AS detail, count(*)::int AS count
  FROM pipeline.cursor JOIN pipeline.outbox USING (topic)
  WHERE (outbox.txid, outbox.id) <= (cursor.txid, cursor.id) AND cursor.reader NOT LIKE $1
    AND outbox.created_at > now() - interval '14 days'
    AND NOT EXISTS (
      SELECT FROM pipeline.inbox WHERE consumer = cursor.reader AND inbox.event_id = outbox.event_id)
    AND NOT EXISTS (
      SELECT FROM pipeline.inbox WHERE consumer = cursor.reader AND inbox.topic = outbox.topic
        AND "offset" = outbox.txid || ':' || outbox.id)
    AND (outbox.payload IS NOT NULL OR NOT EXISTS (
      SELECT FROM pipeline.inbox WHERE consumer = cursor.reader AND inbox.topic = outbox.topic
        AND inbox.key = outbox.key))
  UNION ALL
  SELECT 'I2', 'receipts that are done and still hold what only work needs', count(*) FROM pipeline.inbox
  WHERE status = 'done' AND num_nonnulls(payload, headers, next_at, armed_until, lease_token, lease_until, error_code) > 0
  UNION ALL
  SELECT 'I2', 'receipts that are dead without a cause, or still leased', count(*) FROM pipeline.inbox
  WHERE status = 'dead' AND (error_code IS NULL OR num_nonnulls(next_at, lease_token, lease_until) > 0)
  UNION ALL
  SELECT 'I4', 'receipts that will never be due, or cannot be tried', count(*) FROM pipeline.inbox
  WHERE status = 'retrying' AND (next_at IS NULL OR headers IS NULL)
  UNION ALL
  SELECT 'I4', 'receipts that are due and were not swept for five minutes', count(*) FROM pipeline.inbox
  WHERE status = 'retrying' AND greatest(next_at, armed_until, lease_until) < now() - interval '5 minutes'
  UNION ALL
  SELECT 'I6', 'readers ahead of this cluster: the log comes from another one', count(*) FROM pipeline.cursor
  WHERE txid >= pg_snapshot_xmax(pg_current_snapshot())
  UNION ALL
  SELECT 'I6', 'log rows ahead of this cluster: the log comes from another one', count(*) FROM pipeline.outbox
  WHERE txid >= pg_snapshot_xmax(pg_current_snapshot())`;

const DEAD = `
  SELECT consumer, event_id AS "eventId", redrives FROM pipeline.inbox
  WHERE status = 'dead' AND (consumer, event_id) > ($1, $2::uuid) ORDER BY consumer, event_id LIMIT 1000`;

const MISSING = `
  SELECT id FROM unnest($1::uuid[]) AS letter (id)
  WHERE NOT EXISTS (SELECT FROM pipeline.outbox WHERE event_id = letter.id)`;

const FIRST = { consumer: '', eventId: '00000000-0000-0000-0000-000000000000' };
/** How relays begin, of which there is one per topic. */
const RELAYS = 'diglot.relay%';

/** Looks for violations in one snapshot of the whole database; of use in operation, also while work goes on. */
export async function checkInvariants(database: Database): Promise<Violation[]> {
  return database.transaction(async (tx) => {
    await tx.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const checked = await tx.rows<Violation>(CHECK, [RELAYS]);
    const letters: Violation = {
      invariant: 'I5',
      detail: 'dead receipts without a dead letter in the outbox',
      count: await missingDeadLetters(tx),
    };
    return [...checked, letters].filter(({ count }) => count > 0);
  });
}

async function missingDeadLetters(tx: Transaction): Promise<number> {
  let missing = 0;
  let after = FIRST;
  for (;;) {
    const dead = await tx.rows<typeof FIRST & { redrives: number }>(DEAD, [after.consumer, after.eventId]);
    const last = dead.at(-1);
    if (!last) return missing;
    const letters = dead.map(({ consumer, eventId, redrives }) => deadLetterEventId(consumer, eventId, redrives));
    missing += (await tx.rows(MISSING, [letters])).length;
    after = last;
  }
}
