import type { Transaction } from '@diglot/platform';
import type { RequestedReview } from './requested-review.ts';

/** A review that was replaced meanwhile, or announced by another process, is not marked. */
const MARK = `
  UPDATE translator.reviews SET announced = revision
  WHERE arxiv_id = $1 AND genre = $2 AND source_hash = $3 AND target_hash = $4 AND revision = $5 AND announced < revision
  RETURNING revision`;

/** @returns whether it is still to be announced, which this transaction then has to do */
export async function markAnnounced(tx: Transaction, review: RequestedReview): Promise<boolean> {
  const { arxivId, genre, sourceHash, targetHash, revision } = review;
  const hashes = [sourceHash, targetHash].map((hash) => Buffer.from(hash, 'hex'));
  return (await tx.rows(MARK, [arxivId, genre, ...hashes, revision])).length > 0;
}
