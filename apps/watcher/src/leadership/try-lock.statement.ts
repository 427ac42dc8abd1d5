import type { Session } from '@diglot/platform';

const TRY = `SELECT pg_try_advisory_lock(hashtextextended('diglot.watcher.' || $1, 0)) AS held`;

/** Whether the session now leads the source; it does until it ends. */
export async function tryLock(session: Session, source: string): Promise<boolean> {
  const [row] = await session.rows<{ held: boolean }>(TRY, [source]);
  return row?.held === true;
}
