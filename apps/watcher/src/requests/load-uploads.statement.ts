import type { Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

/** The sum counts what stands before, so that one large digest goes alone. */
const LOAD = `
  SELECT id, source, path, encode(sha256, 'hex') AS sha256, bytes FROM (
    SELECT *, sum(octet_length(bytes)) OVER (ORDER BY id) - octet_length(bytes) AS before
    FROM (SELECT * FROM watcher.uploads WHERE refused IS NULL ORDER BY id LIMIT $1) AS first
  ) AS upload
  WHERE before < $2 ORDER BY id`;

/** A digest that was handed over. */
export interface Upload {
  /** A 64-bit number as decimal text. */
  readonly id: string;
  readonly source: string;
  readonly path: string;
  readonly sha256: Sha256;
  readonly bytes: Buffer;
}

/** The oldest uploads: so many files, or as many as begin within so many bytes. */
export async function loadUploads(tx: Transaction, files: number, bytes: number): Promise<Upload[]> {
  return await tx.rows<Upload>(LOAD, [files, bytes]);
}
