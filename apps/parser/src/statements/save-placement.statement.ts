import type { DigestDiscovered } from '@diglot/contracts';
import { statedSection, type DigestFile } from '@diglot/formats';
import type { Transaction } from '@diglot/platform';

const SAVE = `
  UPDATE parser.placements SET revision = $3, sha256 = $4, kind = $5, entries = $6, parsed_at = now(),
    profiled = true, stated = true, date = $7, category = $8, topic = $9
  WHERE source = $1 AND path = $2`;

/** @param file null: the placement holds nothing any more */
export async function savePlacement(
  tx: Transaction,
  placement: DigestDiscovered,
  revision: number,
  file: DigestFile | null,
): Promise<void> {
  const { source, path, sha256, date } = placement;
  const hash = sha256 && Buffer.from(sha256, 'hex');
  const { category, topic } = statedSection(path, placement);
  const counts = [file?.kind ?? null, file?.entries.length ?? 0];
  await tx.run(SAVE, [source, path, revision, hash, ...counts, date, category, topic]);
}
