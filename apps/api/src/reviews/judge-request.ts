import { DiglotError, pairName, unfitText, type Candidate, type Sha256 } from '@diglot/domain';
import type { ReviewBody } from '../contract/reviews.schema.ts';

/** The candidates that give the pair of a request: whom a review of it holds for. */
export function reviewedCandidates(
  { field: genre, hashes }: Pick<ReviewBody, 'field' | 'hashes'>,
  candidates: readonly Candidate[],
): Candidate[] {
  const name = pairName({ genre, sourceHash: hashes.en as Sha256, targetHash: hashes.zh as Sha256 });
  return candidates.filter(({ sourceHash, hash }) => pairName({ genre, sourceHash, targetHash: hash }) === name);
}

const UNFIT = {
  empty: 'the text is empty',
  'no-chinese': 'the text holds no Chinese',
  unchanged: 'the text is as it was',
} as const;

/** @throws DiglotError `DIGLOT_REVIEW_UNFIT` naming what is wrong with the text of an edit */
export function checkEdit({ decision, text }: ReviewBody, before: string): void {
  if (decision !== 'edited') return;
  const unfit = unfitText(text ?? '', before);
  if (unfit) throw new DiglotError('DIGLOT_REVIEW_UNFIT', UNFIT[unfit], { place: { field: 'text' } });
}
