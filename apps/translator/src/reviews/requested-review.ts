import type { ReviewGiven } from '@diglot/contracts';
import type { ArxivId, Judgement, ReviewDecision, ReviewedPair } from '@diglot/domain';

/** The latest review of a pair, as it was asked for. */
export interface RequestedReview extends ReviewedPair {
  readonly arxivId: ArxivId;
  /** null: taken back. */
  readonly decision: ReviewDecision | null;
  /** The English of the pair. */
  readonly source: string;
  /** The text of an edit. */
  readonly text: string | null;
  readonly reviewer: string;
  readonly reason: string | null;
  readonly reviewedAt: Date;
  readonly revision: number;
}

/**
 * What is said of a review.
 * @param judgement of the text of an edit; null where there is none, or the engine died of it
 */
export function toReviewGiven(review: RequestedReview, judgement: Judgement | null): ReviewGiven {
  const { arxivId, genre, sourceHash, targetHash, decision, text, reviewer, reason, reviewedAt } = review;
  return {
    kind: 'review',
    arxivId,
    entry: null,
    retracted: decision === null,
    genre,
    sourceHash,
    targetHash,
    decision,
    text,
    reviewer,
    reason,
    reviewedAt: reviewedAt.toISOString(),
    judgement,
  };
}
