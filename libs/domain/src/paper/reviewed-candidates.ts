import { sha256 } from '../identity/text-hash.ts';
import type { Genre, Verdict } from './issue.ts';
import type { Candidate } from './paper.ts';
import { pairName, type Review, type ReviewMark, type ReviewedPair } from './review.ts';

/**
 * Candidates with what persons said of them, and the texts that persons put in their place. A review is about a pair, so it
 * holds for everyone who gives the same Chinese for the same English.
 */
export function withReviews(genre: Genre, candidates: readonly Candidate[], reviews: readonly Review[]): Candidate[] {
  const own = reviews.filter((review) => review.genre === genre);
  if (own.length === 0) return [...candidates];
  const marks = new Map(
    own.filter(({ decision }) => decision !== 'edited').map((each) => [pairName(each), markOf(each)]),
  );
  return [...candidates, ...own.flatMap(written)].map((candidate) => {
    const pair: ReviewedPair = { genre, sourceHash: candidate.sourceHash, targetHash: candidate.hash };
    const review = marks.get(pairName(pair));
    return review ? { ...candidate, review } : candidate;
  });
}

/** The text of an edit; whoever rejects it later says so of the pair that it makes. */
function written(review: Review): Candidate[] {
  const { text, sourceHash, reviewer, judgement } = review;
  if (text === null) return [];
  const provenance = { origin: 'person', author: reviewer, source: null, path: null, date: null } as const;
  const hash = sha256(text);
  return [{ sourceHash, text, hash, origin: 'person', date: null, provenance, judgement, review: markOf(review) }];
}

function markOf({ decision, reviewer, reviewedAt }: Review): ReviewMark {
  return { decision, reviewer, reviewedAt };
}

/** A person's word stands above the verifier's. */
export function standingVerdict({ review, judgement }: Pick<Candidate, 'review' | 'judgement'>): Verdict | null {
  if (review) return review.decision === 'rejected' ? 'retranslate' : 'accept';
  return judgement?.verdict ?? null;
}
