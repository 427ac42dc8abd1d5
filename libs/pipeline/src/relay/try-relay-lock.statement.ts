import type { Session } from '@diglot/platform';
import { onlyRow } from '../statements/only-row.ts';

const TRY = `SELECT pg_try_advisory_lock(hashtextextended('diglot.relay.' || $1, 0)) AS held`;

/** Tries to lead a topic; the lock ends with the session. @returns whether it leads */
export async function tryRelayLock(session: Session, topic: string): Promise<boolean> {
  return onlyRow(await session.rows<{ held: boolean }>(TRY, [topic])).held;
}
