import type { Transaction } from '@diglot/platform';
import type { Announcement } from './announcement.ts';

const APPEND = `
  INSERT INTO pipeline.outbox (event_id, topic, key, headers, payload)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::json[], $5::bytea[])`;

/**
 * Appends to the log, in the caller's transaction; nobody sees it before the commit.
 * An id that is there already is a bug of its producer, so the unique key refuses it.
 */
export async function appendToOutbox(tx: Transaction, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  await tx.run(APPEND, [
    announcements.map(({ eventId }) => eventId),
    announcements.map(({ topic }) => topic),
    announcements.map(({ key }) => key),
    announcements.map(({ headers }) => JSON.stringify(headers)),
    announcements.map(({ payload }) => payload && Buffer.from(payload)),
  ]);
}
