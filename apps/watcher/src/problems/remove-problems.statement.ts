import type { Transaction } from '@diglot/platform';

const REMOVE = `DELETE FROM watcher.problems WHERE source = $1 AND path = ANY($2::text[])`;

/** Forgets problems that are resolved. */
export async function removeProblems(tx: Transaction, source: string, paths: readonly string[]): Promise<void> {
  if (paths.length > 0) await tx.run(REMOVE, [source, paths]);
}
