import { DiglotError, classify } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { Arrival } from '../stage/arrival.ts';

/** `done` keeps no headers and no payload; a row that turns out otherwise gets them back in the same transaction. */
const INSERT = `
  INSERT INTO pipeline.inbox
    (consumer, event_id, status, attempt, topic, partition, "offset", key, headers, payload, payload_sha256, next_at)
  SELECT $1, event_id, $2, $3, topic, partition, "offset", key, headers, payload, payload_sha256,
    CASE WHEN $2 = 'retrying' THEN now() END
  FROM unnest($4::uuid[], $5::text[], $6::int[], $7::text[], $8::text[], $9::json[], $10::bytea[], $11::bytea[])
    AS arrival (event_id, topic, partition, "offset", key, headers, payload, payload_sha256)
  ON CONFLICT (consumer, event_id) DO NOTHING
  RETURNING event_id AS "eventId"`;

/** What a new receipt begins as. */
export type FirstStatus =
  { readonly status: 'done'; readonly attempt: 1 } | { readonly status: 'retrying'; readonly attempt: 0 };

/**
 * Writes receipts for what the inbox does not hold yet, in the order of the event ids, and says for which.
 * It waits for a row that another transaction has inserted and not committed.
 * @throws DiglotError `Unavailable` when it waits too long: such a row is never taken for done
 */
export async function insertReceipts(
  tx: Transaction,
  consumer: string,
  arrivals: readonly Arrival[],
  { status, attempt }: FirstStatus,
): Promise<ReadonlySet<string>> {
  const keep = status !== 'done';
  const sorted = arrivals.toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));
  try {
    const rows = await tx.rows<{ eventId: string }>(INSERT, [
      consumer,
      status,
      attempt,
      sorted.map(({ eventId }) => eventId),
      sorted.map(({ record }) => record.topic),
      sorted.map(({ record }) => record.partition),
      sorted.map(({ record }) => record.offset),
      sorted.map(({ record }) => record.key),
      sorted.map(({ record }) => (keep ? JSON.stringify(record.headers) : null)),
      sorted.map(({ record }) => (keep && record.value ? Buffer.from(record.value) : null)),
      sorted.map(({ payloadHash }) => Buffer.from(payloadHash, 'hex')),
    ]);
    return new Set(rows.map(({ eventId }) => eventId));
  } catch (thrown) {
    const error = classify(thrown);
    if (error.class !== 'Transient') throw error;
    throw new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', 'another transaction holds a receipt for too long', {
      cause: thrown,
    });
  }
}
