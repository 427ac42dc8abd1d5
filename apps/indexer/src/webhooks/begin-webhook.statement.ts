import type { Database } from '@diglot/platform';
import { webhookReader, type Webhook } from './webhook.ts';

/**
 * One that was there before anybody kept this goes on: nothing that waits for it may be passed over. It has receipts, or, if
 * nothing changed for longer than they are kept, still its place in the embedded log.
 */
const BEGIN = `
  WITH begun AS (
    INSERT INTO indexer.webhooks (name, told_from)
    SELECT $1, CASE
      WHEN $2 = 'beginning' OR EXISTS (SELECT FROM pipeline.inbox_view WHERE consumer = $3)
        OR EXISTS (SELECT FROM pipeline.cursor_view WHERE reader = $3) THEN '-infinity'
      ELSE now()
    END
    ON CONFLICT (name) DO NOTHING
    RETURNING told_from
  )
  SELECT nullif(told_from, '-infinity') AS "toldFrom" FROM begun
  UNION ALL SELECT nullif(told_from, '-infinity') FROM indexer.webhooks WHERE name = $1
  LIMIT 1`;

/**
 * Decides, when a webhook is seen for the first time, from when on it is told of states; later it says what was decided.
 * @returns null: of everything
 */
export async function beginWebhook(database: Database, webhook: Webhook): Promise<Date | null> {
  const { name, from } = webhook;
  const [row] = await database.rows<{ toldFrom: Date | null }>(BEGIN, [name, from, webhookReader(webhook).consumer]);
  // Only when another process has begun it meanwhile, and its row was not visible yet.
  return row ? row.toldFrom : beginWebhook(database, webhook);
}
