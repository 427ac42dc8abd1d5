import type { Transaction } from '@diglot/platform';
import type { SearchRow } from '../paper-state.decision.ts';

/**
 * In the order of the key: two transactions that want the same papers never wait for each other in a circle.
 * Terms come as the text of an array each: unnest would flatten an array of arrays.
 */
const SAVE = `
  INSERT INTO indexer.search AS stored (arxiv_id, revision, newest_date, facet_group, authors, terms, body)
  SELECT arxiv_id, revision, coalesce(newest_date, '-infinity'), facet_group, authors, terms::bigint[], body
  FROM unnest($1::text[], $2::int[], $3::date[], $4::bigint[], $5::text[], $6::text[], $7::text[])
    AS paper (arxiv_id, revision, newest_date, facet_group, authors, terms, body)
  ORDER BY arxiv_id COLLATE "C"
  ON CONFLICT (arxiv_id) DO UPDATE SET
    revision = excluded.revision, newest_date = excluded.newest_date, facet_group = excluded.facet_group,
    authors = excluded.authors, terms = excluded.terms, body = excluded.body
  WHERE stored.revision < excluded.revision`;

/** Takes each row unless a newer one is stored. At most one row per paper. */
export async function saveSearchRows(tx: Transaction, rows: readonly SearchRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(SAVE, [
    rows.map(({ arxivId }) => arxivId),
    rows.map(({ revision }) => revision),
    rows.map(({ newestDate }) => newestDate),
    // 0: the group of nothing.
    rows.map(({ document }) => document.group?.id ?? '0'),
    rows.map(({ document }) => document.authors),
    rows.map(({ document }) => `{${document.terms.join(',')}}`),
    rows.map(({ document }) => document.body),
  ]);
}
