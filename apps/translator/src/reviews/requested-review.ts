import { stateFact, type DiglotEvent, type ReviewGiven } from '@diglot/contracts';
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
  /** Counts what persons said of the pair. */
  readonly revision: number;
  /** Counts how often an engine found otherwise in the text of an edit. */
  readonly rejudged: number;
}

/**
 * The fact about a review. Its revision rises with what persons say and with what an engine finds.
 * @param judgement of the text of an edit; null where there is none, or the engine died of it
 */
export function reviewFact(review: RequestedReview, judgement: Judgement | null): DiglotEvent<'paper.translated'> {
  const { revision, rejudged, reviewedAt: time } = review;
  return stateFact('paper.translated', { revision: revision + rejudged, time, data: toReviewGiven(review, judgement) });
}

function toReviewGiven(review: RequestedReview, judgement: Judgement | null): ReviewGiven {
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
