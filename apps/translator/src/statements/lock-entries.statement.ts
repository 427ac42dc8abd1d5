import { entrySubject, type EntryKey } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StoredEntry } from '../paper-parsed.decision.ts';
import { entryColumns } from './entry-columns.ts';

/** In the order of the key: two transactions that want the same entries never wait for each other in a circle. */
const LOCK = `
  SELECT source, path, arxiv_id AS "arxivId", ordinal, parsed_revision AS "parsedRevision", revision,
    encode(hash, 'hex') AS hash
  FROM translator.entries
  WHERE (source, path, arxiv_id, ordinal) IN (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]))
  ORDER BY source, path, arxiv_id, ordinal
  FOR UPDATE`;

/** Locks entries for the rest of the transaction. @returns what is stored of each, by `entrySubject` */
export async function lockEntries(tx: Transaction, keys: readonly EntryKey[]): Promise<Map<string, StoredEntry>> {
  const rows = await tx.rows<EntryKey & StoredEntry>(LOCK, entryColumns(keys));
  return new Map(rows.map((row) => [entrySubject(row), row]));
}
