import type { Sha256 } from '@diglot/domain';
import type { Sql } from '@diglot/platform';
import { COMPARISON_VERSION, type SidecarComparison } from './compare-sidecar.ts';

/** A sidecar and the digest that it is the twin of, by what they hold; null: there is no digest. */
export interface Pair {
  readonly sidecar: Sha256;
  readonly digest: Sha256 | null;
}

const LOAD = `
  SELECT encode(sidecar, 'hex') AS sidecar, encode(digest, 'hex') AS digest, comparison
  FROM parser.sidecar_comparisons JOIN unnest($1::text[], $2::text[]) AS pair (sidecar_hash, digest_hash)
    ON sidecar = decode(sidecar_hash, 'hex') AND digest = decode(digest_hash, 'hex')
  WHERE version = $3`;

interface Row {
  readonly sidecar: string;
  readonly digest: string;
  readonly comparison: SidecarComparison;
}

/** Tells one pair from another. */
export function pairKey({ sidecar, digest }: Pair): string {
  return `${sidecar} ${digest ?? ''}`;
}

/** Those of the pairs that were compared, by {@link pairKey}. */
export async function loadComparisons(
  sql: Sql,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<string, SidecarComparison>> {
  if (pairs.length === 0) return new Map();
  const sidecars = pairs.map(({ sidecar }) => sidecar);
  const rows = await sql.rows<Row>(LOAD, [sidecars, pairs.map(({ digest }) => digest ?? ''), COMPARISON_VERSION]);
  return new Map(rows.map(({ sidecar, digest, comparison }) => [`${sidecar} ${digest}`, comparison]));
}
