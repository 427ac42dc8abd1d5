import type { EntryKey } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StoredEntry } from '../paper-parsed.decision.ts';
import { entryColumns } from './entry-columns.ts';

const SAVE = `
  UPDATE translator.entries SET parsed_revision = entry.parsed_revision, revision = entry.revision, hash = entry.hash
  FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::bytea[])
    AS entry (source, path, arxiv_id, ordinal, parsed_revision, revision, hash)
  WHERE entries.source = entry.source AND entries.path = entry.path AND entries.arxiv_id = entry.arxiv_id
    AND entries.ordinal = entry.ordinal AND entries.parsed_revision <= entry.parsed_revision`;

/** An entry with what is to be remembered of it. */
export interface SavedEntry {
  readonly key: EntryKey;
  readonly stored: StoredEntry;
}

export async function saveEntries(tx: Transaction, entries: readonly SavedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.run(SAVE, [
    ...entryColumns(entries.map(({ key }) => key)),
    entries.map(({ stored }) => stored.parsedRevision),
    entries.map(({ stored }) => stored.revision),
    entries.map(({ stored }) => stored.hash && Buffer.from(stored.hash, 'hex')),
  ]);
}
