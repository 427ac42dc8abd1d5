import { LIMITS } from '../../../../api/limits.ts';
import type { QueuedText, ReviewDecision, ReviewQueue } from '../../../../api/types.ts';

/** Which list of texts is shown. */
export interface ReviewList {
  /** Of what was chosen. */
  readonly name: string;
  readonly order: 'severity' | 'newest';
}

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
  /** What was undone, with the list that it came back into: one that was read between may lack it. */
  readonly returned: ReadonlyMap<string, { readonly item: QueuedText; readonly list: string }>;
  /** The latest last. */
  readonly done: readonly Done[];
}

export const NOTHING_REVIEWED: Reviewing = { hidden: new Map(), revisions: new Map(), returned: new Map(), done: [] };

const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const satisfies readonly QueuedText['severity'][];

export function pairKey({ arxivId, field, hashes }: QueuedPair): string {
  return `${arxivId} ${field} ${hashes.en} ${hashes.zh}`;
}

/**
 * The texts that are still to be decided, and what was undone in its place among them.
 * @param list which list they are: what is chosen, and in which order
 */
export function waitingTexts(state: Reviewing, items: readonly QueuedText[], list: ReviewList): QueuedText[] {
  const isOpen = (item: QueuedText): boolean => item.revision > (state.hidden.get(pairKey(item)) ?? -1);
  const waiting = items.filter(isOpen);
  for (const item of missing(state, items, list.name).filter(isOpen)) {
    const at = waiting.findIndex((other) => isBefore(item, other, list.order));
    waiting.splice(at === -1 ? waiting.length : at, 0, item);
  }
  return waiting;
}

/**
 * How many wait. The first page was read before the others: what was decided since is in it, and what was decided before
 * is in none.
 */
export function waitingCount(state: Reviewing, pages: readonly ReviewQueue[], list: ReviewList): number {
  const items = pages.flatMap((page) => page.items);
  const waiting = waitingTexts(state, items, list);
  return Math.max(waiting.length, (pages[0]?.count ?? 0) - items.length + waiting.length);
}

/** What came back, and is not in what was read. */
function missing({ returned }: Reviewing, items: readonly QueuedText[], list: string): QueuedText[] {
  const known = new Set(items.map(pairKey));
  const back = [...returned].filter(([key, each]) => each.list === list && !known.has(key));
  return back.map(([, { item }]) => item);
}

/** As the api orders its list. */
function isBefore(a: QueuedText, b: QueuedText, order: ReviewList['order']): boolean {
  const worse = order === 'newest' ? 0 : SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  if (worse !== 0) return worse > 0;
  const placeOf = ({ newestDate, arxivId, field }: QueuedText): string => [newestDate ?? '', arxivId, field].join(' ');
  return placeOf(a) > placeOf(b);
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
    ...state,
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
  const done = state.done.filter((each) => pairKey(each.item) !== key || each.revision !== null);
  return { ...state, hidden: without(state.hidden, key), done };
}

/** It was taken back as this revision, and comes back into the list that is shown. */
export function withUndone(state: Reviewing, { item }: Done, revision: number, list: string): Reviewing {
  const key = pairKey(item);
  return {
    hidden: without(state.hidden, key),
    revisions: new Map(state.revisions).set(key, revision),
    returned: new Map(state.returned).set(key, { item, list }),
    done: state.done.filter((each) => pairKey(each.item) !== key),
  };
}

/** What is known of it here is not what it is: only the api says whether it waits. */
export function withoutReturned(state: Reviewing, item: QueuedText): Reviewing {
  return { ...state, returned: without(state.returned, pairKey(item)) };
}

function without<T>(map: ReadonlyMap<string, T>, key: string): Map<string, T> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** Why a text cannot take the place of another, as the api would say; null: it can. */
export function unfitEdit(text: string, before: string): 'empty' | 'noChinese' | 'unchanged' | 'tooLong' | null {
  if (text.trim() === '') return 'empty';
  if (!/\p{Script=Han}/u.test(text)) return 'noChinese';
  if (text.length > LIMITS.ReviewCommand.text) return 'tooLong';
  return text === before ? 'unchanged' : null;
}
