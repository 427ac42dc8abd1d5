import type { Sha256 } from '../identity/hashes.ts';
import type { Genre } from './issue.ts';
import type { Judgement } from './paper.ts';

/**
 * What a person decides about a Chinese text: it says what the English says · it does not · it does once it is put in
 * other words.
 */
export const REVIEW_DECISIONS = ['accepted', 'rejected', 'edited'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** What readers are told of a review. */
export interface ReviewMark {
  readonly decision: ReviewDecision;
  /** The name that the person gave. */
  readonly reviewer: string;
  /** ISO 8601, UTC. */
  readonly reviewedAt: string;
}

/** The two texts that a review is about, of one paper: whoever prints them. */
export interface ReviewedPair {
  readonly genre: Genre;
  /** Of the English and of the Chinese text. */
  readonly sourceHash: Sha256;
  readonly targetHash: Sha256;
}

/** A person's judgement of one pair; it stands above every verdict, and no engine, replay or digest undoes it. */
export interface Review extends ReviewedPair, ReviewMark {
  /** The Chinese that takes the place of what was reviewed; null unless it is edited. */
  readonly text: string | null;
  /** What the verifier finds in that text; it decides nothing. */
  readonly judgement: Judgement | null;
}

/** Names a pair within its paper. */
export function pairName({ genre, sourceHash, targetHash }: ReviewedPair): string {
  return `${genre} ${sourceHash} ${targetHash}`;
}

/** Why a text cannot be what a person puts in place of another: an edit that says nothing new is no edit. */
export type UnfitText = 'empty' | 'no-chinese' | 'unchanged';

/** @returns null when the text will do */
export function unfitText(text: string, before: string): UnfitText | null {
  if (text.trim() === '') return 'empty';
  if (!/\p{Script=Han}/u.test(text)) return 'no-chinese';
  return text === before ? 'unchanged' : null;
}
