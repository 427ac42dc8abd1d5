import type { Placement } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { StoredEntry } from '../digest-discovered.decision.ts';

const SAVE = `
  INSERT INTO parser.entries (source, path, arxiv_id, ordinal, revision, hash, retracted, line)
  SELECT $1, $2, * FROM unnest($3::text[], $4::int[], $5::int[], $6::bytea[], $7::boolean[], $8::int[])
  ON CONFLICT (source, path, arxiv_id, ordinal) DO UPDATE SET
    revision = excluded.revision, hash = excluded.hash, retracted = excluded.retracted, line = excluded.line
  WHERE entries.revision < excluded.revision`;

export async function saveEntries(
  tx: Transaction,
  { source, path }: Placement,
  entries: readonly StoredEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.run(SAVE, [
    source,
    path,
    entries.map(({ arxivId }) => arxivId),
    entries.map(({ ordinal }) => ordinal),
    entries.map(({ revision }) => revision),
    entries.map(({ hash }) => Buffer.from(hash, 'hex')),
    entries.map(({ retracted }) => retracted),
    entries.map(({ line }) => line),
  ]);
}
