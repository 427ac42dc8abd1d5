import type { EntryKey } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import { entryColumns } from './entry-columns.ts';

/** Sorted, so that two transactions that want the same entries never wait for each other in a circle. */
const ENSURE = `
  INSERT INTO translator.entries (source, path, arxiv_id, ordinal)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS entry (source, path, arxiv_id, ordinal)
  ORDER BY source, path, arxiv_id, ordinal
  ON CONFLICT DO NOTHING`;

/** Rows to lock; new ones are at revision 0. */
export async function ensureEntries(tx: Transaction, keys: readonly EntryKey[]): Promise<void> {
  await tx.run(ENSURE, entryColumns(keys));
}
