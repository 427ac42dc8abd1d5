import type { Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { RequestedReview } from './requested-review.ts';

/** A review that was replaced meanwhile, or announced by another process, is not marked. */
const MARK = `
  UPDATE translator.reviews SET announced = revision, findings = $6,
    generation = coalesce((SELECT max(generation) FROM translator.re_verifications WHERE engine = $7), 0)
  WHERE arxiv_id = $1 AND genre = $2 AND source_hash = $3 AND target_hash = $4 AND revision = $5 AND announced < revision
  RETURNING rejudged`;

/** What was found in the text of a review. */
export interface Findings {
  readonly hash: Sha256;
  /** That judged. */
  readonly engine: string;
}

/** @returns whether it is still to be announced, which this transaction then has to do */
export async function markAnnounced(tx: Transaction, review: RequestedReview, findings: Findings): Promise<boolean> {
  const { arxivId, genre, sourceHash, targetHash, revision } = review;
  const hashes = [sourceHash, targetHash, findings.hash].map((hash) => Buffer.from(hash, 'hex'));
  const [source, target, found] = hashes;
  const rows = await tx.rows(MARK, [arxivId, genre, source, target, revision, found, findings.engine]);
  return rows.length > 0;
}
