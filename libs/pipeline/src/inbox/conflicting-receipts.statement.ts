import type { Transaction } from '@diglot/platform';

const CONFLICTING = `
  SELECT event_id AS "eventId"
  FROM pipeline.inbox JOIN unnest($2::uuid[], $3::bytea[]) AS arrival (id, payload_sha256) ON event_id = id
  WHERE consumer = $1 AND inbox.payload_sha256 <> arrival.payload_sha256`;

/** Which of the known events came with another content than the one that was taken. */
export async function conflictingReceipts(
  tx: Transaction,
  consumer: string,
  known: readonly { readonly eventId: string; readonly payloadHash: string }[],
): Promise<ReadonlySet<string>> {
  if (known.length === 0) return new Set();
  const rows = await tx.rows<{ eventId: string }>(CONFLICTING, [
    consumer,
    known.map(({ eventId }) => eventId),
    known.map(({ payloadHash }) => Buffer.from(payloadHash, 'hex')),
  ]);
  return new Set(rows.map(({ eventId }) => eventId));
}
