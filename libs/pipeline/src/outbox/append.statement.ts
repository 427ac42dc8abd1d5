import type { Transaction } from '@diglot/platform';
import { splitBySize } from '../statements/split-by-size.ts';
import type { Announcement } from './announcement.ts';

const APPEND = `
  INSERT INTO pipeline.outbox (event_id, topic, key, headers, payload)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::json[], $5::bytea[])`;

/**
 * Appends to the log, in the caller's transaction; nobody sees it before the commit.
 * An id that is there already is a bug of its producer, so the unique key refuses it.
 */
export async function appendToOutbox(tx: Transaction, announcements: readonly Announcement[]): Promise<void> {
  for (const run of splitBySize(announcements, ({ payload }) => payload?.length ?? 0)) {
    await tx.run(APPEND, [
      run.map(({ eventId }) => eventId),
      run.map(({ topic }) => topic),
      run.map(({ key }) => key),
      run.map(({ headers }) => JSON.stringify(headers)),
      run.map(({ payload }) => payload && Buffer.from(payload)),
    ]);
  }
}
