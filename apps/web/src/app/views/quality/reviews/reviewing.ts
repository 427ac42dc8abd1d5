import type { QueuedText, ReviewDecision } from '../../../../api/types.ts';

/** What of a queued text names its pair. */
export type QueuedPair = Pick<QueuedText, 'arxivId' | 'field' | 'hashes'>;

/** A decision that can be undone. */
export interface Done {
  readonly item: QueuedText;
  readonly decision: ReviewDecision;
  /** null: the server has not answered yet. */
  readonly revision: number | null;
}

/**
 * What was decided here. A decision shows at once: its text leaves the list, and comes back when the decision is refused or
 * undone, or when the server knows of a later one.
 */
export interface Reviewing {
  /** Revision of the review that took each pair out of the list; endless while it is under way. */
  readonly hidden: ReadonlyMap<string, number>;
  /** The latest revision of each pair that was reviewed here. */
  readonly revisions: ReadonlyMap<string, number>;
  /** The latest last. */
  readonly done: readonly Done[];
}

export const NOTHING_REVIEWED: Reviewing = { hidden: new Map(), revisions: new Map(), done: [] };

export function pairKey({ arxivId, field, hashes }: QueuedPair): string {
  return `${arxivId} ${field} ${hashes.en} ${hashes.zh}`;
}

/** The texts that are still to be decided. */
export function waitingTexts(state: Reviewing, items: readonly QueuedText[]): QueuedText[] {
  return items.filter((item) => item.revision > (state.hidden.get(pairKey(item)) ?? -1));
}

/** The revision of the review that a new one takes the place of. */
export function latestRevision(state: Reviewing, item: QueuedText): number {
  return Math.max(item.revision, state.revisions.get(pairKey(item)) ?? 0);
}

export function withDecision(state: Reviewing, item: QueuedText, decision: ReviewDecision): Reviewing {
  const hidden = new Map(state.hidden).set(pairKey(item), Number.POSITIVE_INFINITY);
  return { ...state, hidden, done: [...state.done, { item, decision, revision: null }] };
}

/** It was taken as this revision. */
export function withAnswer(state: Reviewing, item: QueuedText, revision: number): Reviewing {
  const key = pairKey(item);
  return {
    hidden: new Map(state.hidden).set(key, revision),
    revisions: new Map(state.revisions).set(key, revision),
    done: state.done.map((each) =>
      pairKey(each.item) === key && each.revision === null ? { ...each, revision } : each,
    ),
  };
}

/** It was refused, so that nothing was decided. */
export function withoutDecision(state: Reviewing, item: QueuedText): Reviewing {
  const key = pairKey(item);
  const hidden = new Map(state.hidden);
  hidden.delete(key);
  return { ...state, hidden, done: state.done.filter((each) => pairKey(each.item) !== key || each.revision !== null) };
}

/** It was taken back as this revision. */
export function withUndone(state: Reviewing, { item }: Done, revision: number): Reviewing {
  const key = pairKey(item);
  const hidden = new Map(state.hidden);
  hidden.delete(key);
  const revisions = new Map(state.revisions).set(key, revision);
  return { hidden, revisions, done: state.done.filter((each) => pairKey(each.item) !== key) };
}

/** Why a text cannot take the place of another, as the api would say; null: it can. */
export function unfitEdit(text: string, before: string): 'empty' | 'noChinese' | 'unchanged' | null {
  if (text.trim() === '') return 'empty';
  if (!/\p{Script=Han}/u.test(text)) return 'noChinese';
  return text === before ? 'unchanged' : null;
}
