import type { Transaction } from '@diglot/platform';

const REFUSE = `UPDATE watcher.uploads SET refused = $2 WHERE id = $1`;

/** Keeps an upload that the database refuses as a placement, and takes it out of the order. */
export async function refuseUpload(tx: Transaction, id: string, code: string): Promise<void> {
  await tx.run(REFUSE, [id, code]);
}
