import type { DigestDiscovered } from '@diglot/contracts';
import type { DigestFile } from '@diglot/formats';
import type { Transaction } from '@diglot/platform';

const SAVE = `
  UPDATE parser.placements SET revision = $3, sha256 = $4, kind = $5, entries = $6, parsed_at = now()
  WHERE source = $1 AND path = $2`;

/** @param file null: the placement holds nothing any more */
export async function savePlacement(
  tx: Transaction,
  { source, path, sha256 }: DigestDiscovered,
  revision: number,
  file: DigestFile | null,
): Promise<void> {
  const hash = sha256 && Buffer.from(sha256, 'hex');
  await tx.run(SAVE, [source, path, revision, hash, file?.kind ?? null, file?.entries.length ?? 0]);
}
