import type { Transaction } from '@diglot/platform';

/** A replay that is not done. */
export interface OpenReplay {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly from: string;
  /** null: all sources. */
  readonly source: string | null;
  /** The placement that was announced last; empty: none yet. */
  readonly lastSource: string;
  readonly lastPath: string;
}

/** One that another watcher works on is skipped. */
const NEXT = `
  SELECT id, from_date::text AS from, source, last_source AS "lastSource", last_path AS "lastPath"
  FROM watcher.replays WHERE finished_at IS NULL ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;

/** Locks the oldest replay that is not done, for the rest of the transaction. */
export async function nextReplay(tx: Transaction): Promise<OpenReplay | null> {
  const [row] = await tx.rows<OpenReplay>(NEXT);
  return row ?? null;
}
