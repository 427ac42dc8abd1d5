import { setTimeout } from 'node:timers/promises';
import { TOPICS } from '@diglot/contracts';
import type { Database } from '@diglot/platform';

const LOOK_MILLISECONDS = 100;

const OPEN = `
  SELECT (SELECT count(*) FROM pipeline.outbox LEFT JOIN pipeline.cursor USING (topic)
          WHERE topic = ANY($1) AND (outbox.txid, outbox.id) > (coalesce(cursor.txid, '0'), coalesce(cursor.id, 0)))::int
       + (SELECT count(*) FROM pipeline.inbox WHERE status = 'retrying')::int AS open`;

/** Waits until states and search have taken all that was announced. */
export async function waitUntilSettled(database: Database): Promise<void> {
  for (;;) {
    const [row] = await database.rows<{ open: number }>(OPEN, [[TOPICS.paperTranslated, TOPICS.paperState]]);
    if (row?.open === 0) return;
    await setTimeout(LOOK_MILLISECONDS);
  }
}
