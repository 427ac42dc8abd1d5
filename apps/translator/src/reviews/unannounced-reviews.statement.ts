import type { Sql } from '@diglot/platform';
import { REVIEW_COLUMNS } from './review-columns.ts';
import type { RequestedReview } from './requested-review.ts';

const FIND = `
  SELECT ${REVIEW_COLUMNS} FROM translator.review_view WHERE announced < revision
  ORDER BY reviewed_at, arxiv_id, genre LIMIT $1`;

/** Reviews that nobody was told of, the oldest first. */
export async function unannouncedReviews(sql: Sql, limit: number): Promise<RequestedReview[]> {
  return sql.rows<RequestedReview>(FIND, [limit]);
}
