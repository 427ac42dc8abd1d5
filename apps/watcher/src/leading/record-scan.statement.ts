import type { Transaction } from '@diglot/platform';

const RECORD = `UPDATE watcher.sources SET scanned_at = $2, untaken = $3 WHERE name = $1`;

/** Tells others that a source was looked through. */
export async function recordScan(
  tx: Transaction,
  source: string,
  { scannedAt, untaken }: { readonly scannedAt: Date; readonly untaken: number },
): Promise<void> {
  await tx.run(RECORD, [source, scannedAt, untaken]);
}
