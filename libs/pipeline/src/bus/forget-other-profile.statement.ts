import type { Database } from '@diglot/platform';
import { RELAY_CONSUMER } from '../relay/set-aside.ts';

const FORGET = `DELETE FROM pipeline.cursor WHERE topic = $1 AND (reader = $2) = $3`;

/**
 * Forgets the places of readers that only the other profile has. A database may be moved from one to the other, and what
 * nobody reads any more would hold back pruning for ever. It costs no event: in the stack profile the relay is the only reader
 * of the outbox, in the embedded one it never is; and who comes back begins at the beginning of what is still there, of
 * which the inboxes drop what was taken.
 * @param mine who reads the topic from now on
 * @returns how many were forgotten
 */
export async function forgetOtherProfile(
  database: Database,
  topic: string,
  mine: 'the relay' | 'readers',
): Promise<number> {
  return database.run(FORGET, [topic, RELAY_CONSUMER, mine === 'readers']);
}
