import type { EntryKey } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StoredEntry } from '../paper-parsed.decision.ts';
import { dateOf, type Printed } from '../printed.ts';
import { entryColumns } from './entry-columns.ts';

/** The generation is the newest of the engine that judged, so that a newer engine finds what an older one said. */
const SAVE = `
  UPDATE translator.entries SET parsed_revision = entry.parsed_revision, revision = entry.revision, hash = entry.hash,
    printed = entry.printed, digest_date = entry.digest_date,
    generation = coalesce((SELECT max(generation) FROM translator.re_verifications WHERE engine = $10), 0)
  FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::bytea[], $8::json[], $9::date[])
    AS entry (source, path, arxiv_id, ordinal, parsed_revision, revision, hash, printed, digest_date)
  WHERE entries.source = entry.source AND entries.path = entry.path AND entries.arxiv_id = entry.arxiv_id
    AND entries.ordinal = entry.ordinal AND entries.parsed_revision <= entry.parsed_revision`;

/** An entry with what is to be remembered of it. */
export interface SavedEntry {
  readonly key: EntryKey;
  readonly stored: StoredEntry;
  /** null: it is printed no more. */
  readonly printed: Printed | null;
}

/** @param engine that judged their texts */
export async function saveEntries(tx: Transaction, entries: readonly SavedEntry[], engine: string): Promise<void> {
  if (entries.length === 0) return;
  await tx.run(SAVE, [
    ...entryColumns(entries.map(({ key }) => key)),
    entries.map(({ stored }) => stored.parsedRevision),
    entries.map(({ stored }) => stored.revision),
    entries.map(({ stored }) => stored.hash && Buffer.from(stored.hash, 'hex')),
    entries.map(({ printed }) => printed && JSON.stringify(printed)),
    entries.map(({ printed }) => dateOf(printed)),
    engine,
  ]);
}
