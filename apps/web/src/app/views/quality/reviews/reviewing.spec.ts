import type { QueuedText } from '../../../../api/types.ts';
import {
  NOTHING_REVIEWED,
  latestRevision,
  unfitEdit,
  waitingTexts,
  withAnswer,
  withDecision,
  withUndone,
  withoutDecision,
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
const names = (items: readonly QueuedText[]): string[] => items.map(({ arxivId }) => arxivId);

it('a decision shows at once, and stays when it is taken, whatever an older list says', () => {
  const decided = withDecision(NOTHING_REVIEWED, first, 'accepted');
  expect(names(waitingTexts(decided, [first, second]))).toEqual(['2503.00002']);
  const taken = withAnswer(decided, first, 1);
  expect(names(waitingTexts(taken, [first, second]))).toEqual(['2503.00002']);
  expect(taken.done).toMatchObject([{ decision: 'accepted', revision: 1 }]);
});

it('a text that somebody else brought back comes back', () => {
  const taken = withAnswer(withDecision(NOTHING_REVIEWED, first, 'accepted'), first, 1);
  expect(names(waitingTexts(taken, [queued('2503.00001', 1)]))).toEqual([]);
  expect(names(waitingTexts(taken, [queued('2503.00001', 2)]))).toEqual(['2503.00001']);
});

it('a decision that is refused never was', () => {
  const both = withDecision(withDecision(NOTHING_REVIEWED, first, 'rejected'), second, 'accepted');
  const refused = withoutDecision(both, first);
  expect(names(waitingTexts(refused, [first, second]))).toEqual(['2503.00001']);
  expect(refused.done).toMatchObject([{ item: second }]);
});

it('what was undone waits again, and a new decision takes the place of that', () => {
  const taken = withAnswer(withDecision(NOTHING_REVIEWED, first, 'accepted'), first, 1);
  const [done] = taken.done;
  if (!done) throw new Error('something was done');
  const undone = withUndone(taken, done, 2);
  expect(names(waitingTexts(undone, [first]))).toEqual(['2503.00001']);
  expect(undone.done).toEqual([]);
  expect(latestRevision(undone, first)).toBe(2);
  expect(latestRevision(undone, queued('2503.00001', 5))).toBe(5);
  expect(latestRevision(undone, second)).toBe(0);
});

it.each([
  ['  ', 'empty'],
  ['Model', 'noChinese'],
  ['一。', 'unchanged'],
  ['二。', null],
])('an edit to %j is %j', (text, expected) => {
  expect(unfitEdit(text, '一。')).toBe(expected);
});
