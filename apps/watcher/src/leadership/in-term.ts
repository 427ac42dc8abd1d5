import { DiglotError } from '@diglot/domain';
import type { Database, Transaction } from '@diglot/platform';

/** Held until the commit, so that a new term begins after what the old one was writing, and nothing comes later. */
const FENCE = `SELECT term FROM watcher.sources WHERE name = $1 AND term = $2 FOR SHARE`;

/** Who leads a source, and since which term. */
export interface Term {
  readonly source: string;
  /** A 64-bit number as decimal text. */
  readonly number: string;
  /** Aborted once another may lead. */
  readonly lost: AbortSignal;
}

/**
 * A transaction that commits only if nobody has begun a later term: a leader that was paused, or cut off from the
 * database, writes nothing over its successor.
 * @throws DiglotError `DIGLOT_LEASE_LOST`
 */
export async function inTerm<T>(database: Database, term: Term, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return await database.transaction(async (tx) => {
    const current = await tx.rows(FENCE, [term.source, term.number]);
    if (current.length === 0) throw new DiglotError('DIGLOT_LEASE_LOST', `another watcher leads ${term.source}`);
    return await work(tx);
  });
}
