import { TOPICS } from '@diglot/contracts';
import type { Database } from '@diglot/platform';

/** A pointer gets the id of the state that is loaded for it, so those of the state topic are not compared by id. */
const EVENTS = `SELECT topic, event_id::text AS id FROM pipeline.outbox_view WHERE topic <> $1`;

/** Every fact and dead letter that was announced. */
export function outboxEvents(database: Database): Promise<readonly { readonly topic: string; readonly id: string }[]> {
  return database.rows(EVENTS, [TOPICS.paperState]);
}
