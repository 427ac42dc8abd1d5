import type { Sha256 } from '@diglot/domain';
import type { Sql } from '@diglot/platform';

const LOAD = `SELECT bytes FROM watcher.digest_view WHERE sha256 = $1`;

/** @returns null when no digest has this hash */
export async function loadDigestBytes(sql: Sql, sha256: Sha256): Promise<Uint8Array | null> {
  const [row] = await sql.rows<{ bytes: Buffer }>(LOAD, [Buffer.from(sha256, 'hex')]);
  return row?.bytes ?? null;
}
