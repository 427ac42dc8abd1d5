import { Injectable } from '@nestjs/common';
import { entrySubject, type EntryKey } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StoredEntry } from './paper-parsed.decision.ts';

const ENSURE = `
  INSERT INTO translator.entries (source, path, arxiv_id, ordinal)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS entry (source, path, arxiv_id, ordinal)
  ORDER BY source, path, arxiv_id, ordinal
  ON CONFLICT DO NOTHING`;

/** In the order of the key: two transactions that want the same entries never wait for each other in a circle. */
const LOCK = `
  SELECT source, path, arxiv_id AS "arxivId", ordinal, parsed_revision AS "parsedRevision", revision,
    encode(hash, 'hex') AS hash
  FROM translator.entries
  WHERE (source, path, arxiv_id, ordinal) IN (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]))
  ORDER BY source, path, arxiv_id, ordinal
  FOR UPDATE`;

const SAVE = `
  UPDATE translator.entries SET parsed_revision = entry.parsed_revision, revision = entry.revision, hash = entry.hash
  FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::bytea[])
    AS entry (source, path, arxiv_id, ordinal, parsed_revision, revision, hash)
  WHERE entries.source = entry.source AND entries.path = entry.path AND entries.arxiv_id = entry.arxiv_id
    AND entries.ordinal = entry.ordinal AND entries.parsed_revision <= entry.parsed_revision`;

/** What the translator remembers of entries. */
@Injectable()
export class EntryRepository {
  /** Locks entries for the rest of the transaction. @returns what is stored of each, by `entrySubject` */
  async lock(tx: Transaction, keys: readonly EntryKey[]): Promise<Map<string, StoredEntry>> {
    const columns = toColumns(keys);
    await tx.run(ENSURE, columns);
    const rows = await tx.rows<EntryKey & StoredEntry>(LOCK, columns);
    return new Map(rows.map((row) => [entrySubject(row), row]));
  }

  async save(
    tx: Transaction,
    entries: readonly { readonly key: EntryKey; readonly stored: StoredEntry }[],
  ): Promise<void> {
    if (entries.length === 0) return;
    await tx.run(SAVE, [
      ...toColumns(entries.map(({ key }) => key)),
      entries.map(({ stored }) => stored.parsedRevision),
      entries.map(({ stored }) => stored.revision),
      entries.map(({ stored }) => stored.hash && Buffer.from(stored.hash, 'hex')),
    ]);
  }
}

function toColumns(keys: readonly EntryKey[]): unknown[] {
  return [
    keys.map(({ source }) => source),
    keys.map(({ path }) => path),
    keys.map(({ arxivId }) => arxivId),
    keys.map(({ ordinal }) => ordinal),
  ];
}
