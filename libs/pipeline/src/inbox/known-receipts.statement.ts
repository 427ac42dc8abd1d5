import type { Database } from '@diglot/platform';

const KNOWN = `SELECT event_id AS "eventId" FROM pipeline.inbox WHERE consumer = $1 AND event_id = ANY($2::uuid[])`;

/** Which of the events the inbox holds already: nothing need be computed for them. */
export async function knownReceipts(
  database: Database,
  consumer: string,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.rows<{ eventId: string }>(KNOWN, [consumer, eventIds]);
  return new Set(rows.map(({ eventId }) => eventId));
}
