import { Injectable } from '@nestjs/common';
import type { Transaction } from '@diglot/platform';
import type { SearchRow } from './paper-state.decision.ts';

/**
 * In the order of the key: two transactions that want the same papers never wait for each other in a circle.
 * Terms come as the text of an array each: unnest would flatten an array of arrays.
 */
const SAVE = `
  INSERT INTO indexer.search AS stored (arxiv_id, revision, newest_date, terms, body)
  SELECT arxiv_id, revision, coalesce(newest_date, '-infinity'), terms::int[], body
  FROM unnest($1::text[], $2::int[], $3::date[], $4::text[], $5::text[])
    AS paper (arxiv_id, revision, newest_date, terms, body)
  ORDER BY arxiv_id
  ON CONFLICT (arxiv_id) DO UPDATE SET
    revision = excluded.revision, newest_date = excluded.newest_date, terms = excluded.terms, body = excluded.body
  WHERE stored.revision < excluded.revision`;

/** What papers are found by. */
@Injectable()
export class SearchRepository {
  /** Takes each row unless a newer one is stored. At most one row per paper. */
  async save(tx: Transaction, rows: readonly SearchRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.run(SAVE, [
      rows.map(({ arxivId }) => arxivId),
      rows.map(({ revision }) => revision),
      rows.map(({ newestDate }) => newestDate),
      rows.map(({ document }) => `{${document.terms.join(',')}}`),
      rows.map(({ document }) => document.body),
    ]);
  }
}
