import type { Transaction } from '@diglot/platform';

const REMEMBER = `UPDATE watcher.sources SET folder = $2 WHERE name = $1`;

/** Remembers which folder it was that held something. */
export async function rememberFolder(tx: Transaction, source: string, identity: string): Promise<void> {
  await tx.run(REMEMBER, [source, identity]);
}
