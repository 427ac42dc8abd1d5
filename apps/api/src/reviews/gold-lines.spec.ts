import type { ArxivId } from '@diglot/domain';
import { goldLine } from '../contract/reviews.schema.ts';
import { goldLines } from './gold-lines.ts';
import type { ReviewRow } from './review.repository.ts';

const review = (more: Partial<ReviewRow>): ReviewRow => ({
  arxivId: '2503.00001' as ArxivId,
  field: 'abstract',
  en: 'We train a model.',
  zh: '我们训练模型',
  enHash: 'ab'.repeat(32),
  zhHash: 'cd'.repeat(32),
  decision: 'accepted',
  text: null,
  reviewer: 'Ada',
  reason: null,
  reviewedAt: new Date('2025-03-05T06:00:00Z'),
  revision: 1,
  ...more,
});

it.each([
  [review({}), [['我们训练模型', 'ok', 'none']]],
  [review({ decision: 'rejected' }), [['我们训练模型', 'defect', 'major']]],
  [
    review({ decision: 'edited', text: '我们训练了一个模型。' }),
    [
      ['我们训练模型', 'defect', 'minor'],
      ['我们训练了一个模型。', 'ok', 'none'],
    ],
  ],
])('says what a review says, and no more: %#', (row, expected) => {
  const lines = goldLines(row);
  expect(lines.map(({ zh, verdict, severity }) => [zh, verdict, severity])).toEqual(expected);
  for (const line of lines) expect(goldLine.parse(line)).toEqual(line);
});

it('keeps the reason and who gave it', () => {
  expect(goldLines(review({ reason: 'Short, but right.' }))).toMatchObject([
    { note: 'Short, but right.', reviewer: 'Ada', reviewed_at: '2025-03-05T06:00:00.000Z', stratum: 'reviewed' },
  ]);
});
