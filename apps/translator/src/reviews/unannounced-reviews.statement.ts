import type { Sql } from '@diglot/platform';
import type { RequestedReview } from './requested-review.ts';

const COLUMNS = `
  arxiv_id AS "arxivId", genre, encode(source_hash, 'hex') AS "sourceHash", encode(target_hash, 'hex') AS "targetHash", source,
  decision, text, reviewer, reason, reviewed_at AS "reviewedAt", revision`;

const FIND = `
  SELECT ${COLUMNS} FROM translator.review_view WHERE announced < revision
  ORDER BY reviewed_at, arxiv_id, genre LIMIT $1`;

/** Reviews that nobody was told of, the oldest first. */
export async function unannouncedReviews(sql: Sql, limit: number): Promise<RequestedReview[]> {
  return sql.rows<RequestedReview>(FIND, [limit]);
}
