import { DiglotError, classify } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import { splitBySize } from '../statements/split-by-size.ts';
import type { Arrival } from '../stage/arrival.ts';

/** `done` keeps no headers and no payload; a row that turns out otherwise gets them back in the same transaction. */
const INSERT = `
  INSERT INTO pipeline.inbox
    (consumer, event_id, status, attempt, topic, partition, "offset", key, headers, payload, payload_sha256, service_version,
      next_at)
  SELECT $1, event_id, $2, $3, topic, partition, "offset", key, headers, payload, payload_sha256, $12,
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
 * @param serviceVersion of the code that works on them
 * @throws DiglotError `Unavailable` when it waits too long: such a row is never taken for done
 */
export async function insertReceipts(
  tx: Transaction,
  consumer: string,
  arrivals: readonly Arrival[],
  first: FirstStatus,
  serviceVersion: string,
): Promise<ReadonlySet<string>> {
  const sorted = arrivals.toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));
  const bytesOf = ({ record }: Arrival): number => (first.status === 'done' ? 0 : (record.value?.length ?? 0));
  const inserted = new Set<string>();
  try {
    for (const run of splitBySize(sorted, bytesOf)) {
      const rows = await tx.rows<{ eventId: string }>(INSERT, parameters(consumer, run, first, serviceVersion));
      for (const { eventId } of rows) inserted.add(eventId);
    }
    return inserted;
  } catch (thrown) {
    const error = classify(thrown);
    if (error.class !== 'Transient') throw error;
    throw new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', 'another transaction holds a receipt for too long', {
      cause: thrown,
    });
  }
}

function parameters(
  consumer: string,
  arrivals: readonly Arrival[],
  { status, attempt }: FirstStatus,
  serviceVersion: string,
): unknown[] {
  const keep = status !== 'done';
  return [
    consumer,
    status,
    attempt,
    arrivals.map(({ eventId }) => eventId),
    arrivals.map(({ record }) => record.topic),
    arrivals.map(({ record }) => record.partition),
    arrivals.map(({ record }) => record.offset),
    arrivals.map(({ record }) => record.key),
    arrivals.map(({ record }) => (keep ? JSON.stringify(record.headers) : null)),
    arrivals.map(({ record }) => (keep && record.value ? Buffer.from(record.value) : null)),
    arrivals.map(({ payloadHash }) => Buffer.from(payloadHash, 'hex')),
    keep ? null : serviceVersion,
  ];
}
