import type { Transaction } from '@diglot/platform';

const REMOVE = `DELETE FROM watcher.uploads WHERE id = ANY($1::bigint[])`;

/** Removes uploads that are placements now. */
export async function removeUploads(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.run(REMOVE, [ids]);
}
