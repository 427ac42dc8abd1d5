import type { Session } from '@diglot/platform';

const TRY = `SELECT pg_try_advisory_lock(hashtextextended('diglot.relay.' || $1, 0)) AS held`;

/** Tries to lead a topic; the lock ends with the session. @returns whether it leads */
export async function tryRelayLock(session: Session, topic: string): Promise<boolean> {
  const [row] = await session.rows<{ held: boolean }>(TRY, [topic]);
  return row?.held ?? false;
}
