import type { Database } from '@diglot/platform';

/** Only what is done: everything else is still to be worked on, by a worker or by a person. */
const PRUNE = `
  DELETE FROM pipeline.inbox
  WHERE ctid >= $1::tid AND ctid < $2::tid
    AND status = 'done' AND updated_at < now() - make_interval(days => $3)`;

/** Removes the receipts of some pages, the last of them not among them, that are past retention. @returns how many */
export async function pruneInbox(
  database: Database,
  pages: { readonly from: number; readonly to: number },
  days: number,
): Promise<number> {
  return database.run(PRUNE, [`(${pages.from},0)`, `(${pages.to},0)`, days]);
}
