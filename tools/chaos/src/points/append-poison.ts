import { randomUUID } from 'node:crypto';
import { TOPICS } from '@diglot/contracts';
import { appendToOutbox } from '@diglot/pipeline';
import type { Database } from '@diglot/platform';

/** Announces what nobody can decode, as a producer with a bug would. */
export async function appendPoison(database: Database): Promise<void> {
  const eventId = randomUUID();
  const headers = { ce_id: eventId, ce_type: 'paper.parsed.v1', ce_specversion: '1.0' };
  const payload = Buffer.from('{"entry": not json');
  await database.transaction((tx) =>
    appendToOutbox(tx, [{ eventId, topic: TOPICS.paperParsed, key: '0000.00000', headers, payload }]),
  );
}
