import type { Transaction } from '@diglot/platform';

const SAVE = `
  INSERT INTO parser.reviews (source, changes, parsed_at, reviewed_at)
  SELECT source, sum(revision), max(parsed_at), now() FROM parser.placements WHERE source = $1 GROUP BY source
  ON CONFLICT (source) DO UPDATE SET changes = excluded.changes, parsed_at = excluded.parsed_at,
    reviewed_at = excluded.reviewed_at`;

/** Remembers what of a source this transaction saw. */
export async function saveReview(tx: Transaction, source: string): Promise<void> {
  await tx.run(SAVE, [source]);
}
