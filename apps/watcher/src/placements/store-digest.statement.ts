import type { Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';

const STORE = `
  INSERT INTO watcher.digests (sha256, size, bytes) VALUES (decode($1, 'hex'), octet_length($2::bytea), $2)
  ON CONFLICT (sha256) DO NOTHING`;

/** Stores the bytes of a digest once. One statement each: as a parameter of its own a Buffer travels as it is. */
export async function storeDigest(tx: Transaction, sha256: Sha256, bytes: Buffer): Promise<void> {
  await tx.run(STORE, [sha256, bytes]);
}
