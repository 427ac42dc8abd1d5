import type { Sha256 } from '@diglot/domain';
import type { Sql } from '@diglot/platform';

const FIND = `SELECT encode(hash, 'hex') AS hash, body FROM translator.texts WHERE hash = ANY($1::bytea[])`;

/** Texts of the memory by their hashes; those it does not hold are left out. */
export async function findTexts(sql: Sql, hashes: readonly Sha256[]): Promise<Map<Sha256, string>> {
  const rows = await sql.rows<{ hash: Sha256; body: string }>(FIND, [hashes.map((hash) => Buffer.from(hash, 'hex'))]);
  return new Map(rows.map(({ hash, body }) => [hash, body]));
}
