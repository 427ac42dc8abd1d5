import {
  calendarDate,
  parseArxivReference,
  sha256,
  type Judgement,
  type PaperState,
  type PaperText,
  type Provenance,
} from '@diglot/domain';
import { stateFact, statePaperGone } from '../envelope/encode.ts';
import type { DiglotEvent } from '../envelope/envelope.ts';

/** One event of each shape, with every optional part present somewhere: what the golden files are made of. */
export function sampleEvents(): Readonly<Record<string, DiglotEvent>> {
  const time = new Date('2025-03-04T06:00:00.000Z');
  const entry = { source: 'lab', path: '4-Mar-2025/AI/README.md', arxivId: id('2503.00001'), ordinal: 1 };
  const digest = { sha256: sha256('some bytes'), size: 10, date: calendarDate(2025, 3, 4) };
  const ruled = { ...digest, category: null, topic: 'Small models' };
  const { source, path } = entry;
  return {
    'digest.discovered.v1': stateFact('digest.discovered', {
      revision: 1,
      time,
      data: { source, path, ...digest },
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    }),
    'digest.discovered.v1.deleted': stateFact('digest.discovered', {
      revision: 2,
      time,
      replayId: 'replay-1',
      data: { source, path, sha256: null, size: null, date: digest.date },
    }),
    'digest.discovered.v1.with-section': stateFact('digest.discovered', {
      revision: 3,
      time,
      data: { source, path, ...ruled },
    }),
    'paper.parsed.v1': stateFact('paper.parsed', {
      revision: 1,
      time,
      data: { entry, retracted: false, digest, line: 7, paper: PAPER },
    }),
    'paper.parsed.v1.with-section': stateFact('paper.parsed', {
      revision: 3,
      time,
      data: { entry, retracted: false, digest: ruled, line: 7, paper: PAPER },
    }),
    'paper.parsed.v1.retracted': stateFact('paper.parsed', {
      revision: 2,
      time,
      data: { entry, retracted: true, digest: null, line: null, paper: null },
    }),
    'paper.translated.v1.entry': stateFact('paper.translated', {
      revision: 1,
      time,
      data: {
        kind: 'entry',
        arxivId: entry.arxivId,
        entry,
        retracted: false,
        digest,
        paper: PAPER,
        title: null,
        abstract: FLAGGED,
      },
    }),
    'paper.translated.v1.entry-with-section': stateFact('paper.translated', {
      revision: 2,
      time,
      data: {
        kind: 'entry',
        arxivId: entry.arxivId,
        entry,
        retracted: false,
        digest: ruled,
        paper: PAPER,
        title: null,
        abstract: null,
      },
    }),
    'paper.translated.v1.translation': stateFact('paper.translated', {
      revision: 3,
      time,
      data: {
        kind: 'translation',
        arxivId: entry.arxivId,
        entry: null,
        retracted: false,
        genre: 'abstract',
        sourceHash: sha256(PAPER.abstract.en),
        origin: 'provider',
        author: 'example/model@1',
        text: '我们训练了一个 70 亿参数的模型。',
        judgement: null,
      },
    }),
    'paper.translated.v1.review': stateFact('paper.translated', {
      revision: 2,
      time,
      data: {
        ...REVIEWED,
        retracted: false,
        decision: 'edited',
        text: '我们训练了一个70亿参数的模型。',
        reason: 'The number was ten times too small.',
        judgement: { verdict: 'accept', score: 100, issues: [], engine: '1.0.0' },
      },
    }),
    'paper.translated.v1.review-taken-back': stateFact('paper.translated', {
      revision: 3,
      time,
      data: { ...REVIEWED, retracted: true, decision: null, text: null, reason: null, judgement: null },
    }),
    'source.noticed.v1': stateFact('source.noticed', {
      revision: 1,
      time,
      data: {
        source,
        kind: 'index-differs',
        about: '4-Mar-2025/README.md',
        since: digest.date,
        until: digest.date,
        retracted: false,
        figures: { rows: 2, differing: 1, absent: 0, claimed: 12, found: 9 },
        details: ['AI on 2025-03-04: 12 claimed, 9 came'],
      },
    }),
    'source.noticed.v1.retracted': stateFact('source.noticed', {
      revision: 2,
      time,
      data: {
        source,
        kind: 'days-missing',
        about: '',
        since: digest.date,
        until: null,
        retracted: true,
        figures: {},
        details: [],
      },
    }),
    'paper.state.v1.with-versions': stateFact('paper.state', { revision: 4, time, data: STATE }),
    'paper.state.v1.reviewed': stateFact('paper.state', { revision: 5, time, data: REVIEWED_STATE }),
    'paper.state.v1.gone': { ...statePaperGone(STATE.arxivId, 6), time },
  };
}

const PAPER: PaperText = {
  version: 2,
  title: { en: 'Small Models, Checked', zh: '经过检查的小模型' },
  authors: ['Ada Author', 'Bo Writer'],
  link: 'https://arxiv.org/pdf/2503.00001v2',
  abstract: { en: 'We train a model with 7B parameters.', zh: '我们训练了一个7亿参数的模型。' },
};

const FLAGGED: Judgement = {
  verdict: 'flag',
  score: 61.5,
  engine: '1.0.0',
  issues: [
    {
      code: 'number',
      type: 'locale/number',
      severity: 'major',
      probability: 0.95,
      source: [[23, 25]],
      target: [[7, 9]],
      message: { en: 'expected 70亿, found 7亿: ×0.1', zh: '应为70亿，实为7亿：×0.1' },
      evidence: { expected: 7_000_000_000, found: 700_000_000, unit: 'parameters' },
      check: 'number',
      version: '1',
    },
  ],
};

const PRINTED: Provenance = {
  origin: 'digest',
  author: null,
  source: 'lab',
  path: '4-Mar-2025/AI/README.md',
  date: calendarDate(2025, 3, 4),
};

const STATE: PaperState = {
  arxivId: id('2503.00001'),
  version: 2,
  title: {
    ...PAPER.title,
    verdict: 'accept',
    score: 100,
    issues: [],
    status: 'accepted',
    origin: 'digest',
    provenance: PRINTED,
  },
  abstract: {
    ...PAPER.abstract,
    verdict: 'flag',
    score: 61.5,
    issues: FLAGGED.issues,
    status: 'needs-review',
    origin: 'digest',
    provenance: PRINTED,
  },
  authors: PAPER.authors,
  link: PAPER.link,
  firstDate: calendarDate(2025, 3, 4),
  newestDate: calendarDate(2025, 3, 5),
  occurrences: 2,
  sources: ['lab'],
  categories: ['AI'],
  topics: [],
  versions: [
    { version: 2, firstDate: calendarDate(2025, 3, 5), newestDate: calendarDate(2025, 3, 5), occurrences: 1 },
    { version: null, firstDate: calendarDate(2025, 3, 4), newestDate: calendarDate(2025, 3, 4), occurrences: 1 },
  ],
  marks: ['replaced'],
};

const REVIEWED = {
  kind: 'review',
  arxivId: STATE.arxivId,
  entry: null,
  genre: 'abstract',
  sourceHash: sha256(PAPER.abstract.en),
  targetHash: sha256(PAPER.abstract.zh ?? ''),
  reviewer: 'Ada Reader',
  reviewedAt: '2025-03-06T06:00:00.000Z',
} as const;

const REVIEWED_STATE: PaperState = {
  ...STATE,
  abstract: {
    ...STATE.abstract,
    zh: '我们训练了一个70亿参数的模型。',
    verdict: 'accept',
    score: 100,
    issues: [],
    status: 'accepted',
    origin: 'person',
    provenance: { origin: 'person', author: 'Ada Reader', source: null, path: null, date: null },
    review: { decision: 'edited', reviewer: 'Ada Reader', reviewedAt: '2025-03-06T06:00:00.000Z' },
  },
};

function id(text: string): PaperState['arxivId'] {
  const reference = parseArxivReference(text);
  if (!reference) throw new TypeError(`not an arXiv id: ${text}`);
  return reference.id;
}
