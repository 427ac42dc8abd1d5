import type { Transaction } from '@diglot/platform';

/** Until the transaction ends. */
const LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended('diglot.watcher.requests', 0)) AS mine`;

/** Of all watchers one carries out requests at a time, so that they keep their order. */
export async function tryLockRequests(tx: Transaction): Promise<boolean> {
  const [row] = await tx.rows<{ mine: boolean }>(LOCK);
  return row?.mine ?? false;
}
