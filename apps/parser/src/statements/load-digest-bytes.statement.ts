import type { Sha256 } from '@diglot/domain';
import type { Sql } from '@diglot/platform';

const LOAD = `SELECT size, substring(bytes FROM $2 FOR $3) AS bytes FROM watcher.digest_view WHERE sha256 = $1`;

/** A part of a digest, and the size of all of it. */
export interface DigestPart {
  readonly size: number;
  readonly bytes: Buffer;
}

/**
 * A part of the bytes of a digest; they are stored uncompressed, so that a part costs no more than itself.
 * @param offset from 0
 * @returns null when no digest has this hash
 */
export async function loadDigestBytes(
  sql: Sql,
  sha256: Sha256,
  offset: number,
  length: number,
): Promise<DigestPart | null> {
  const [row] = await sql.rows<DigestPart>(LOAD, [Buffer.from(sha256, 'hex'), offset + 1, length]);
  return row ?? null;
}
