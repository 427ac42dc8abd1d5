import type { Transaction } from '@diglot/platform';

const CONFLICTING = `
  SELECT place::int
  FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS arrival (id, payload_sha256, place)
    JOIN pipeline.inbox ON event_id = id
  WHERE consumer = $1 AND inbox.payload_sha256 <> arrival.payload_sha256`;

/** Those of the known events that came with another content than the one that was taken. */
export async function conflictingReceipts<T extends { readonly eventId: string; readonly payloadHash: string }>(
  tx: Transaction,
  consumer: string,
  known: readonly T[],
): Promise<readonly T[]> {
  if (known.length === 0) return [];
  const rows = await tx.rows<{ place: number }>(CONFLICTING, [
    consumer,
    known.map(({ eventId }) => eventId),
    known.map(({ payloadHash }) => Buffer.from(payloadHash, 'hex')),
  ]);
  const places = new Set(rows.map(({ place }) => place));
  return known.filter((_, index) => places.has(index + 1));
}
