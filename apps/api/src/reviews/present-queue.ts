import { SEVERITIES, sha256 } from '@diglot/domain';
import type { ReviewQueue } from '../contract/reviews.schema.ts';
import { reviewKey } from './review-queue.repository.ts';
import type { QueueRow } from './review-queue.statement.ts';

/** @param revisions of reviews there were, by `reviewKey` */
export function presentQueued(row: QueueRow, revisions: ReadonlyMap<string, number>): ReviewQueue['items'][number] {
  const { arxivId, field, state } = row;
  const { en, verdict, score, issues, provenance, review } = state[field];
  // What is queued is shown, so there is a text.
  const zh = state[field].zh ?? '';
  const [sourceHash, targetHash] = [sha256(en), sha256(zh)];
  return {
    arxivId,
    field,
    en,
    zh,
    hashes: { en: sourceHash, zh: targetHash },
    title: { en: state.title.en, zh: state.title.zh },
    newestDate: state.newestDate,
    severity: SEVERITIES[row.severity] ?? 'neutral',
    verdict,
    score,
    issues: [...issues],
    provenance: provenance ?? null,
    review: review ?? null,
    revision: revisions.get(reviewKey(arxivId, { genre: field, sourceHash, targetHash })) ?? 0,
  };
}
