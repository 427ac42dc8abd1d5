import fc from 'fast-check';
import { parseArxivReference } from '../identity/arxiv-id.ts';
import type { CalendarDate } from '../identity/calendar-date.ts';
import { sha256 } from '../identity/text-hash.ts';
import { compareCandidates, foldPaper } from './fold.ts';
import type { Issue, Severity, Verdict } from './issue.ts';
import type { Candidate, Judgement, Occurrence } from './paper.ts';

const reference = parseArxivReference('2503.01715');
if (!reference) throw new Error('not an id');
const id = reference.id;
const day = (text: string): CalendarDate => text as CalendarDate;

const issue = (severity: Severity): Issue => ({
  code: 'number',
  type: 'locale/number',
  severity,
  probability: 0.9,
  source: [],
  target: [],
  message: { en: 'a number differs', zh: '数字不同' },
  evidence: {},
  check: 'number',
  version: '1',
});
const judged = (verdict: Verdict, score = 90, ...severities: Severity[]): Judgement => ({
  verdict,
  score,
  issues: severities.map(issue),
  engine: '1',
});

function occurrence(
  subject: string,
  zh: string | null,
  judgement: Judgement | null,
  more: Partial<Occurrence> = {},
): Occurrence {
  return {
    subject,
    source: 'lab',
    path: subject,
    date: day('2025-03-04'),
    category: 'AI',
    topic: null,
    text: {
      version: null,
      title: { en: 'A title', zh: '一个标题' },
      authors: ['A. Author'],
      link: 'https://arxiv.org/pdf/2503.01715',
      abstract: { en: 'An abstract.', zh },
    },
    title: judged('accept'),
    abstract: judgement,
    ...more,
  };
}

function candidate(text: string, judgement: Judgement | null, more: Partial<Candidate> = {}): Candidate {
  const source = sha256('An abstract.');
  return {
    sourceHash: source,
    text,
    hash: sha256(text),
    origin: 'digest',
    date: day('2025-03-04'),
    provenance: { origin: 'digest', author: null, source: 'lab', path: 'a.md', date: day('2025-03-04') },
    judgement,
    ...more,
  };
}

describe('foldPaper', () => {
  it('is null for a paper that nobody prints', () => {
    expect(foldPaper(id, [])).toBeNull();
    expect(foldPaper(id, [], { title: [], abstract: [candidate('译文', judged('accept'))] })).toBeNull();
  });

  it('shows the accepted text of two that differ, wherever it came from', () => {
    const good = occurrence('b.md', '一个摘要。', judged('accept'));
    const bad = occurrence('a.md', '一个标题', judged('retranslate', 10, 'critical'));
    const state = foldPaper(id, [bad, good]);
    expect(state?.abstract).toMatchObject({
      zh: '一个摘要。',
      verdict: 'accept',
      status: 'accepted',
      origin: 'digest',
    });
    expect(state?.occurrences).toBe(2);
  });

  it('marks a paper whose only text must be translated again', () => {
    const state = foldPaper(id, [occurrence('a.md', '一个标题', judged('retranslate', 10, 'critical'))]);
    expect(state?.abstract).toMatchObject({ zh: '一个标题', verdict: 'retranslate', status: 'needs-review' });
  });

  it('is pending where no Chinese is printed', () => {
    expect(foldPaper(id, [occurrence('a.md', null, null)])?.abstract).toMatchObject({ zh: null, status: 'pending' });
  });

  it('counts a translation only for the source text whose hash it names', () => {
    const made = candidate('机器译文。', judged('accept'), {
      origin: 'provider',
      sourceHash: sha256('Another abstract.'),
    });
    const printed = occurrence('a.md', null, null);
    expect(foldPaper(id, [printed], { title: [], abstract: [made] })?.abstract.zh).toBeNull();
    const fitting = { ...made, sourceHash: sha256('An abstract.') };
    expect(foldPaper(id, [printed], { title: [], abstract: [fitting] })?.abstract.zh).toBe('机器译文。');
  });

  it('takes English, authors and link from the highest version, and never its Chinese for another text', () => {
    const first = occurrence('a.md', '旧摘要。', judged('accept'), { date: day('2025-03-05') });
    const text = { ...first.text, version: 2, abstract: { en: 'A revised abstract.', zh: null } };
    const second = occurrence('b.md', null, null, { text, abstract: null, date: day('2025-03-01') });
    const state = foldPaper(id, [first, second]);
    expect(state).toMatchObject({ version: 2, firstDate: '2025-03-01', newestDate: '2025-03-05' });
    expect(state?.abstract).toMatchObject({ en: 'A revised abstract.', zh: null, status: 'pending' });
  });

  it('says where the text that is shown comes from', () => {
    const [first, second] = [occurrence('a.md', '坏', judged('flag')), occurrence('b.md', '好', judged('accept'))];
    const printed = foldPaper(id, [first, second])?.abstract.provenance;
    expect(printed).toEqual({ origin: 'digest', author: null, source: 'lab', path: 'b.md', date: '2025-03-04' });
    const provenance = { origin: 'person', author: 'ada', source: null, path: null, date: null } as const;
    const made = candidate('人', null, { origin: 'person', provenance });
    expect(foldPaper(id, [first], { title: [], abstract: [made] })?.abstract.provenance).toEqual(provenance);
    expect(foldPaper(id, [occurrence('a.md', null, null)])?.abstract.provenance).toBeNull();
  });

  it('names the first of equal texts, in whatever order they come', () => {
    const twice = ['b.md', 'a.md'].map((path) => occurrence(path, '好', judged('accept')));
    for (const list of [twice, twice.toReversed()]) {
      expect(foldPaper(id, list)?.abstract.provenance).toMatchObject({ path: 'a.md' });
    }
  });

  it('gathers categories, topics and versions', () => {
    const text = { ...occurrence('a', null, null).text, version: 2 };
    const list = [
      occurrence('a', null, null, { text, category: 'RO', date: day('2025-03-06') }),
      occurrence('b', null, null, { category: null, topic: 'Multimodal', date: null }),
      occurrence('c', null, null, { text, category: 'AI', date: day('2025-03-05') }),
    ];
    expect(foldPaper(id, list)).toMatchObject({
      categories: ['AI', 'RO'],
      topics: ['Multimodal'],
      versions: [
        { version: 2, firstDate: '2025-03-05', newestDate: '2025-03-06', occurrences: 2 },
        { version: null, firstDate: null, newestDate: null, occurrences: 1 },
      ],
      marks: ['replaced'],
    });
  });

  it.each([
    ['This paper has been withdrawn by the author due to an error in Lemma 2.', ['withdrawn']],
    ['The submission was withdrawn.', ['withdrawn']],
    ['We study papers that have been withdrawn.', []],
  ])('reads from %j whether a paper is withdrawn', (en, marks) => {
    const { text } = occurrence('a', null, null);
    expect(
      foldPaper(id, [occurrence('a', null, null, { text: { ...text, abstract: { en, zh: null } } })])?.marks,
    ).toEqual(marks);
  });

  it('does not depend on order or repetition of what arrived', () => {
    const verdict = fc.constantFrom<Verdict>('accept', 'flag', 'retranslate');
    const anyOccurrence = fc
      .record({
        subject: fc.constantFrom('a', 'b', 'c', 'd'),
        zh: fc.option(fc.constantFrom('甲', '乙', '丙')),
        verdict,
        score: fc.integer({ min: 0, max: 100 }),
        date: fc.option(fc.constantFrom(day('2025-01-01'), day('2025-02-02'))),
        version: fc.option(fc.integer({ min: 1, max: 3 })),
        en: fc.constantFrom('One.', 'Two.'),
      })
      .map(({ subject, zh, verdict: given, score, date, version, en }) => {
        const base = occurrence(subject, zh, zh === null ? null : judged(given, score));
        return { ...base, date, text: { ...base.text, version, abstract: { en, zh } } };
      });
    const set = fc.uniqueArray(anyOccurrence, { selector: ({ subject }) => subject, maxLength: 4 });
    fc.assert(
      fc.property(
        set.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => expect(foldPaper(id, shuffled)).toEqual(foldPaper(id, list)),
      ),
    );
  });
});

describe('compareCandidates', () => {
  it('prefers a person, then verdicts, then fewer critical and major issues, score, date and hash', () => {
    const best = [
      candidate('人', judged('retranslate', 0, 'critical'), { origin: 'person' }),
      candidate('好', judged('accept', 50)),
      candidate('可', judged('flag', 90, 'minor')),
      candidate('未', null),
      candidate('再', judged('retranslate', 80, 'major')),
      candidate('坏', judged('retranslate', 80, 'major', 'major')),
      candidate('更坏', judged('retranslate', 99, 'critical')),
    ];
    expect(best.toReversed().toSorted(compareCandidates)).toEqual(best);
    const older = candidate('好', judged('accept', 50), { date: day('2025-01-01') });
    expect(compareCandidates(candidate('好', judged('accept', 50)), older)).toBeLessThan(0);
    expect(compareCandidates(candidate('好', judged('accept', 51)), older)).toBeLessThan(0);
  });

  it('is a total order: two different texts are never equal', () => {
    expect(compareCandidates(candidate('甲', null), candidate('乙', null))).not.toBe(0);
    expect(compareCandidates(candidate('甲', null), candidate('甲', null))).toBe(0);
  });
});
