import type { GoldLine } from '../contract/reviews.schema.ts';
import type { ReviewRow } from './review.repository.ts';

/**
 * What a review says of texts, as labelled pairs. A text that a person put in other words had something wrong with it, and
 * one that was rejected cannot be shown. How bad in other respects nobody said.
 */
export function goldLines(review: ReviewRow): GoldLine[] {
  const { decision, zh, text } = review;
  if (decision === 'accepted') return [line(review, zh, 'none')];
  if (text === null) return [line(review, zh, 'major')];
  return [line(review, zh, 'minor'), line(review, text, 'none')];
}

function line(review: ReviewRow, zh: string, severity: GoldLine['severity']): GoldLine {
  const { arxivId, field, en, reason, reviewer, reviewedAt } = review;
  return {
    arxiv_id: arxivId,
    field,
    en,
    zh,
    verdict: severity === 'none' ? 'ok' : 'defect',
    defects: [],
    severity,
    note: reason ?? '',
    stratum: 'reviewed',
    // It holds for whoever prints it.
    file: null,
    reviewer,
    reviewed_at: reviewedAt.toISOString(),
  };
}
