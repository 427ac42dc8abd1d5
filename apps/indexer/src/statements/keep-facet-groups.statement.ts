import type { Transaction } from '@diglot/platform';
import type { FacetGroup } from '../paper-facets.ts';

/** Sorted, so that two transactions that keep the same groups never wait for each other in a circle. */
const KEEP = `
  INSERT INTO indexer.facet_groups (id, facets)
  SELECT * FROM unnest($1::bigint[], $2::json[]) AS facet_group (id, facets) ORDER BY id
  ON CONFLICT DO NOTHING`;

export async function keepFacetGroups(tx: Transaction, groups: readonly FacetGroup[]): Promise<void> {
  const distinct = [...new Map(groups.map((group) => [group.id, group])).values()];
  if (distinct.length === 0) return;
  await tx.run(KEEP, [distinct.map(({ id }) => id), distinct.map(({ facets }) => JSON.stringify(facets))]);
}
