import { LIMITS } from '../../../../api/limits.ts';
import type { QueuedText, ReviewQueue } from '../../../../api/types.ts';
import {
  NOTHING_REVIEWED,
  latestRevision,
  unfitEdit,
  waitingCount,
  waitingTexts,
  withAnswer,
  withDecision,
  withUndone,
  withoutDecision,
  withoutReturned,
  type ReviewList,
  type Reviewing,
} from './reviewing.ts';

const queued = (arxivId: string, revision = 0): QueuedText => ({
  arxivId,
  field: 'abstract',
  en: 'One.',
  zh: '一。',
  hashes: { en: 'a'.repeat(64), zh: 'b'.repeat(64) },
  title: { en: 'A title', zh: null },
  newestDate: null,
  severity: 'major',
  verdict: 'flag',
  score: 50,
  issues: [],
  provenance: null,
  review: null,
  revision,
});

const [first, second] = [queued('2503.00001'), queued('2503.00002')];
const LIST: ReviewList = { name: 'all', order: 'severity' };
const names = (items: readonly QueuedText[]): string[] => items.map(({ arxivId }) => arxivId);

it('a decision shows at once, and stays when it is taken, whatever an older list says', () => {
  const decided = withDecision(NOTHING_REVIEWED, first, 'accepted');
  expect(names(waitingTexts(decided, [first, second], LIST))).toEqual(['2503.00002']);
  const taken = withAnswer(decided, first, 1);
  expect(names(waitingTexts(taken, [first, second], LIST))).toEqual(['2503.00002']);
  expect(taken.done).toMatchObject([{ decision: 'accepted', revision: 1 }]);
});

it('a text that somebody else brought back comes back', () => {
  const taken = withAnswer(withDecision(NOTHING_REVIEWED, first, 'accepted'), first, 1);
  expect(names(waitingTexts(taken, [queued('2503.00001', 1)], LIST))).toEqual([]);
  expect(names(waitingTexts(taken, [queued('2503.00001', 2)], LIST))).toEqual(['2503.00001']);
});

it('a decision that is refused never was', () => {
  const both = withDecision(withDecision(NOTHING_REVIEWED, first, 'rejected'), second, 'accepted');
  const refused = withoutDecision(both, first);
  expect(names(waitingTexts(refused, [first, second], LIST))).toEqual(['2503.00001']);
  expect(refused.done).toMatchObject([{ item: second }]);
});

it('what was undone waits again, and a new decision takes the place of that', () => {
  const taken = withAnswer(withDecision(NOTHING_REVIEWED, first, 'accepted'), first, 1);
  const [done] = taken.done;
  if (!done) throw new Error('something was done');
  const undone = withUndone(taken, done, 2, LIST.name);
  expect(names(waitingTexts(undone, [first], LIST))).toEqual(['2503.00001']);
  expect(undone.done).toEqual([]);
  expect(latestRevision(undone, first)).toBe(2);
  expect(latestRevision(undone, queued('2503.00001', 5))).toBe(5);
  expect(latestRevision(undone, second)).toBe(0);
});

/** Taken and taken back again. */
function undone(item: QueuedText, before: Reviewing = NOTHING_REVIEWED): Reviewing {
  const { done, ...taken } = withAnswer(withDecision(before, item, 'accepted'), item, 1);
  const last = done.at(-1);
  if (!last) throw new Error('something was done');
  return withUndone({ done, ...taken }, last, 2, LIST.name);
}

describe('what was undone', () => {
  const third = queued('2503.00003');

  it('comes back in its place, also into a list that was read anew without it', () => {
    const state = undone(second);
    expect(names(waitingTexts(state, [third, first], LIST))).toEqual(['2503.00003', '2503.00002', '2503.00001']);
    expect(names(waitingTexts(state, [third, second, first], LIST))).toHaveLength(3);
    expect(names(waitingTexts(undone(first), [third, second], LIST)).at(-1)).toBe('2503.00001');
  });

  it('has its place by severity, or by time', () => {
    const old = { ...first, newestDate: '2025-03-01', severity: 'critical' } as const;
    const recent = { ...second, newestDate: '2025-03-09' };
    expect(names(waitingTexts(undone(old), [recent], LIST))).toEqual(['2503.00001', '2503.00002']);
    expect(names(waitingTexts(undone(old), [recent], { ...LIST, order: 'newest' }))).toEqual([
      '2503.00002',
      '2503.00001',
    ]);
  });

  it('comes into no list that asks for something else', () => {
    expect(waitingTexts(undone(first), [], { ...LIST, name: 'numbers' })).toEqual([]);
  });

  it('goes again when it is decided again, and when the api knows better', () => {
    expect(waitingTexts(withoutReturned(undone(first), first), [], LIST)).toEqual([]);
    const again = withAnswer(withDecision(undone(first), first, 'rejected'), first, 3);
    expect(waitingTexts(again, [], LIST)).toEqual([]);
    expect(waitingTexts(again, [queued('2503.00001', 2)], LIST)).toEqual([]);
  });
});

describe('the count of what waits', () => {
  const page = (count: number, items: readonly QueuedText[]): ReviewQueue => ({ count, items, next: null });
  const third = queued('2503.00003');
  const decided = withAnswer(withDecision(NOTHING_REVIEWED, first, 'accepted'), first, 1);

  it('falls by one with each decision, whether the page after it was read before or after', () => {
    expect(waitingCount(decided, [page(9, [first, second])], LIST)).toBe(8);
    expect(waitingCount(decided, [page(9, [first, second]), page(9, [third])], LIST)).toBe(8);
    expect(waitingCount(decided, [page(9, [first, second]), page(8, [third])], LIST)).toBe(8);
  });

  it('is what the api says once the list was read anew', () => {
    expect(waitingCount(decided, [page(8, [second]), page(8, [third])], LIST)).toBe(8);
    expect(waitingCount(undone(first), [page(8, [second])], LIST)).toBe(9);
    expect(waitingCount(undone(first), [page(9, [second, first])], LIST)).toBe(9);
  });

  it('is nothing before anything was read', () => {
    expect(waitingCount(NOTHING_REVIEWED, [], LIST)).toBe(0);
  });
});

it.each([
  ['  ', 'empty'],
  ['Model', 'noChinese'],
  ['一。', 'unchanged'],
  ['二。', null],
  ['二'.repeat(LIMITS.ReviewCommand.text), null],
  ['二'.repeat(LIMITS.ReviewCommand.text + 1), 'tooLong'],
])('an edit to %.20j … is %j', (text, expected) => {
  expect(unfitEdit(text, '一。')).toBe(expected);
});

it('whatever can be saved, the check can look at', () => {
  expect(LIMITS.VerifyCommand.zh).toBe(LIMITS.ReviewCommand.text);
});
