import type { ArxivId, CalendarDate, FieldState, Issue, PaperState } from '@diglot/domain';
import { queuedTexts } from './queued-texts.ts';

const issue = (code: Issue['code'], severity: Issue['severity']): Issue => ({
  code,
  type: 'locale/number',
  severity,
  probability: 0.9,
  source: [],
  target: [],
  message: { en: '', zh: '' },
  evidence: {},
  check: code,
  version: '1',
});

const field = (status: FieldState['status'], ...issues: Issue[]): FieldState => ({
  en: 'One.',
  zh: '一。',
  verdict: 'flag',
  score: 50,
  issues,
  status,
  origin: 'digest',
  provenance: null,
});

const state = (title: FieldState, abstract: FieldState): PaperState => ({
  arxivId: '2511.00001' as ArxivId,
  version: null,
  title,
  abstract,
  authors: [],
  link: '',
  firstDate: null,
  newestDate: '2025-11-04' as CalendarDate,
  occurrences: 1,
  sources: ['lab'],
  categories: [],
  topics: [],
  versions: [],
  marks: [],
});

it('queues what is shown and not accepted, with its worst issue', () => {
  const abstract = field(
    'needs-review',
    issue('number', 'major'),
    issue('entity', 'minor'),
    issue('number', 'critical'),
  );
  expect(queuedTexts(state(field('accepted', issue('entity', 'minor')), abstract))).toEqual([
    {
      arxivId: '2511.00001',
      genre: 'abstract',
      severity: 3,
      newestDate: '2025-11-04',
      isRejected: false,
      sources: ['lab'],
      codes: ['number', 'entity'],
    },
  ]);
});

it('queues a text that nobody judged, and none that is not there', () => {
  expect(queuedTexts(state(field('needs-review'), field('pending')))).toMatchObject([{ genre: 'title', severity: 0 }]);
  expect(queuedTexts(null)).toEqual([]);
});

it('keeps apart what a person rejected', () => {
  const review = { decision: 'rejected', reviewer: 'Ada', reviewedAt: '2025-11-05T00:00:00.000Z' } as const;
  expect(queuedTexts(state(field('accepted'), { ...field('needs-review'), review }))).toMatchObject([
    { isRejected: true },
  ]);
});
