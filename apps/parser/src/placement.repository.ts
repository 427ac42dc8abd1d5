import { Injectable } from '@nestjs/common';
import type { DigestDiscovered } from '@diglot/contracts';
import type { DigestFile } from '@diglot/formats';
import type { Transaction } from '@diglot/platform';
import type { EntryChange, StoredEntry } from './digest-discovered.decision.ts';

const ENSURE = `INSERT INTO parser.placements (source, path) VALUES ($1, $2) ON CONFLICT DO NOTHING`;

const LOCK = `SELECT revision FROM parser.placements WHERE source = $1 AND path = $2 FOR UPDATE`;

const ENTRIES = `
  SELECT arxiv_id AS "arxivId", ordinal, revision, encode(hash, 'hex') AS hash, retracted, line
  FROM parser.entries WHERE source = $1 AND path = $2`;

const SAVE = `
  UPDATE parser.placements SET revision = $3, sha256 = $4, kind = $5, entries = $6, parsed_at = now()
  WHERE source = $1 AND path = $2`;

const SAVE_ENTRIES = `
  INSERT INTO parser.entries (source, path, arxiv_id, ordinal, revision, hash, retracted, line)
  SELECT $1, $2, * FROM unnest($3::text[], $4::int[], $5::int[], $6::bytea[], $7::boolean[], $8::int[])
  ON CONFLICT (source, path, arxiv_id, ordinal) DO UPDATE SET
    revision = excluded.revision, hash = excluded.hash, retracted = excluded.retracted, line = excluded.line
  WHERE entries.revision < excluded.revision`;

const FORGET_DIAGNOSTICS = `DELETE FROM parser.diagnostics WHERE source = $1 AND path = $2`;

const SAVE_DIAGNOSTICS = `
  INSERT INTO parser.diagnostics (source, path, position, severity, code, line, "column", field, message)
  SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::int[], $7::int[], $8::text[], $9::text[])`;

/** What the parser remembers of placements. */
@Injectable()
export class PlacementRepository {
  /** Locks a placement for the rest of the transaction. @returns the revision that was taken last, 0 for none */
  async lock(tx: Transaction, { source, path }: DigestDiscovered): Promise<number> {
    await tx.run(ENSURE, [source, path]);
    const [row] = await tx.rows<{ revision: number }>(LOCK, [source, path]);
    return row?.revision ?? 0;
  }

  async entries(tx: Transaction, { source, path }: DigestDiscovered): Promise<StoredEntry[]> {
    return tx.rows<StoredEntry>(ENTRIES, [source, path]);
  }

  async save(
    tx: Transaction,
    placement: DigestDiscovered,
    revision: number,
    file: DigestFile | null,
    changes: readonly EntryChange[],
  ): Promise<void> {
    const { source, path, sha256 } = placement;
    const hash = sha256 && Buffer.from(sha256, 'hex');
    await tx.run(SAVE, [source, path, revision, hash, file?.kind ?? null, file?.entries.length ?? 0]);
    await this.#saveEntries(tx, placement, changes);
    await this.#saveDiagnostics(tx, placement, file);
  }

  async #saveEntries(
    tx: Transaction,
    { source, path }: DigestDiscovered,
    changes: readonly EntryChange[],
  ): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map(({ stored }) => stored);
    await tx.run(SAVE_ENTRIES, [
      source,
      path,
      rows.map(({ arxivId }) => arxivId),
      rows.map(({ ordinal }) => ordinal),
      rows.map(({ revision }) => revision),
      rows.map(({ hash }) => Buffer.from(hash, 'hex')),
      rows.map(({ retracted }) => retracted),
      rows.map(({ line }) => line),
    ]);
  }

  async #saveDiagnostics(tx: Transaction, { source, path }: DigestDiscovered, file: DigestFile | null): Promise<void> {
    await tx.run(FORGET_DIAGNOSTICS, [source, path]);
    const rows = file?.diagnostics ?? [];
    if (rows.length === 0) return;
    await tx.run(SAVE_DIAGNOSTICS, [
      source,
      path,
      rows.map((_, position) => position),
      rows.map(({ severity }) => severity),
      rows.map(({ code }) => code),
      rows.map(({ line }) => line),
      rows.map(({ column }) => column),
      rows.map(({ field }) => field ?? null),
      // A message may quote the file, and Postgres text cannot hold U+0000.
      rows.map(({ message }) => message.replaceAll('\u0000', '\uFFFD')),
    ]);
  }
}
