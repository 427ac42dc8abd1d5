import type { Placement } from '@diglot/domain';
import type { IndexRow } from '@diglot/formats';
import type { Transaction } from '@diglot/platform';

/** Some tables repeat all their rows again and again, so equal ones are one; rows without a number claim nothing. */
const REPLACE = `
  WITH given AS (
    SELECT DISTINCT label, papers FROM unnest($3::text[], $4::int[]) AS row (label, papers) WHERE papers IS NOT NULL
  ), gone AS (
    DELETE FROM parser.index_claims AS claim WHERE source = $1 AND path = $2
      AND NOT EXISTS (SELECT FROM given WHERE given.label = claim.label AND given.papers = claim.papers)
  )
  INSERT INTO parser.index_claims (source, path, label, papers) SELECT $1, $2, label, papers FROM given
  ON CONFLICT DO NOTHING`;

/** What the index table of a placement claims; none, where it holds none. */
export async function replaceClaims(
  tx: Transaction,
  { source, path }: Placement,
  rows: readonly IndexRow[],
): Promise<void> {
  await tx.run(REPLACE, [
    source,
    path,
    // As messages, labels quote the file, and Postgres text cannot hold U+0000.
    rows.map(({ label }) => label.replaceAll('\u0000', '\uFFFD')),
    rows.map(({ papers }) => papers),
  ]);
}
