import type { Sql } from '@diglot/platform';
import { REVIEW_COLUMNS } from '../reviews/review-columns.ts';
import type { RequestedReview } from '../reviews/requested-review.ts';

/** An edit whose text was judged in an earlier generation. */
export interface StaleEdit extends RequestedReview {
  readonly text: string;
  /** Hash of the findings that were announced; null: none were. */
  readonly findings: string | null;
}

/** What is not announced yet is judged by whoever announces it. */
const FIND = `
  SELECT ${REVIEW_COLUMNS}, encode(findings, 'hex') AS findings
  FROM translator.review_view
  WHERE decision = 'edited' AND announced = revision AND generation < $1
  ORDER BY reviewed_at DESC LIMIT $2`;

export async function staleEdits(sql: Sql, generation: string, limit: number): Promise<StaleEdit[]> {
  return sql.rows<StaleEdit>(FIND, [generation, limit]);
}
