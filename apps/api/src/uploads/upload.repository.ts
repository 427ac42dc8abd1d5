import { Injectable } from '@nestjs/common';
import { writeAudit, type CommandAudit } from '@diglot/pipeline';
import { Database } from '@diglot/platform';
import type { UploadResult } from '../contract/uploads.schema.ts';

/** The watcher's own functions write its tables: nobody else does. */
const UPLOAD = `SELECT watcher.request_upload($1, $2, $3) AS outcome`;
const FORGET = `SELECT outcome, digests FROM watcher.request_forget($1)`;

type Outcome = UploadResult['outcome'];

export interface UploadedDigest {
  readonly source: string;
  readonly path: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Asks the watcher for what only it does, in one transaction with the audit. */
@Injectable()
export class UploadRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns null when the source is one that is watched. What changes nothing leaves no audit: a backfill may be repeated. */
  async upload({ source, path, bytes, sha256 }: UploadedDigest, audit: CommandAudit): Promise<Outcome | null> {
    return this.#database.transaction(async (tx) => {
      const [row] = await tx.rows<{ outcome: Outcome | 'configured' }>(UPLOAD, [source, path, bytes]);
      if (!row || row.outcome === 'configured') return null;
      if (row.outcome === 'unchanged') return row.outcome;
      const detail = JSON.stringify({ source, path, sha256, size: bytes.length });
      await writeAudit(tx, { ...audit, command: 'upload', detail, affected: 1, outcome: 'done' });
      return row.outcome;
    });
  }

  /** @returns how many placements are retracted, or why none is */
  async forget(source: string, audit: CommandAudit): Promise<number | 'unknown' | 'configured'> {
    return this.#database.transaction(async (tx) => {
      const [row] = await tx.rows<{ outcome: 'asked' | 'unknown' | 'configured'; digests: number }>(FORGET, [source]);
      if (!row || row.outcome !== 'asked') return row?.outcome === 'configured' ? 'configured' : 'unknown';
      const detail = JSON.stringify({ source });
      await writeAudit(tx, { ...audit, command: 'forget', detail, affected: row.digests, outcome: 'done' });
      return row.digests;
    });
  }
}
