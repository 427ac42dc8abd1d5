import fc from 'fast-check';
import type { CalendarDate } from '@diglot/domain';
import { findNotices } from './find-notices.ts';
import type { IndexClaim, SectionDay, SidecarFacts, SourceFacts } from './source-days.ts';
import { dayOf, daysOf, factsOf, profileOf } from './testing.fixture.ts';

const JUNE = daysOf('2025-06-02', '2025-06-18');

function found(facts: SourceFacts): string[] {
  return findNotices(facts).map(({ kind, about, since, until }) => `${kind} ${about || '.'} ${since} ${until ?? '…'}`);
}
const foundIn = (days: readonly SectionDay[], changes: Partial<SourceFacts> = {}) => found(factsOf(days, changes));
const figuresOf = (facts: SourceFacts) => findNotices(facts).map(({ figures }) => figures);

describe('an ordinary source', () => {
  it('gives nothing to notice', () => {
    expect(foundIn(JUNE)).toEqual([]);
    expect(foundIn([])).toEqual([]);
  });

  it('does not, whatever the order in which its days are known', () => {
    const days = [
      ...daysOf('2025-06-02', '2025-06-18'),
      ...daysOf('2025-06-23', '2025-07-18', { profile: profileOf(50, { chineseAbstracts: 0 }) }),
      ...daysOf('2025-06-02', '2025-07-18', { section: 'RO', feed: 'b' }),
    ];
    const once = new Set(found(factsOf(days)));
    expect(once.size).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: days.length }), (shuffled) => {
        expect(new Set(found(factsOf(shuffled)))).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });
});

describe('days-missing', () => {
  it('names working days without a digest, neighbours together, and no weekend or holiday', () => {
    const missing = new Set(['2025-06-05', '2025-06-10', '2025-06-11']);
    const days = daysOf('2025-06-02', '2025-06-27').filter(({ date }) => !missing.has(date));
    expect(foundIn(days)).toEqual(['days-missing . 2025-06-05 2025-06-05', 'days-missing . 2025-06-10 2025-06-11']);
    expect(figuresOf(factsOf(days))).toEqual([{ days: 1 }, { days: 2 }]);
  });

  it('says that a source has fallen silent, once, two days late', () => {
    const on = (today: string) => foundIn(JUNE, { today: today as CalendarDate });
    expect(on('2025-06-24')).toEqual([]);
    expect(on('2025-06-25')).toEqual(['days-missing . 2025-06-23 …']);
    const figures = (today: string) => figuresOf(factsOf(JUNE, { today: today as CalendarDate }));
    expect(figures('2025-06-25')).toEqual(figures('2025-08-25'));
  });

  it('expects nothing of a source that does not come every working day', () => {
    const weekly = JUNE.filter((_, index) => index % 4 === 0);
    expect(
      foundIn([...weekly, dayOf('2025-06-23'), dayOf('2025-06-30')], { today: '2025-09-01' as CalendarDate }),
    ).toEqual([]);
  });

  it('keeps two feeds of one source apart', () => {
    const a = daysOf('2025-06-02', '2025-06-18', { feed: 'a' });
    const b = daysOf('2025-06-02', '2025-06-18', { feed: 'b' }).filter(({ date }) => date !== '2025-06-10');
    expect(foundIn([...a, ...b])).toEqual(['days-missing b 2025-06-10 2025-06-10']);
  });
});

describe('section-missing', () => {
  const with_ = (topic: SectionDay[]) => [...JUNE, ...topic];
  const topic = daysOf('2025-06-02', '2025-06-18', { section: 'LLM', isCategory: false });

  it('names a section that came every day and did not on some', () => {
    expect(foundIn(with_(topic.filter(({ date }) => date !== '2025-06-17')))).toEqual([
      'section-missing LLM 2025-06-17 2025-06-17',
    ]);
  });

  it('goes on where it does not come back', () => {
    expect(foundIn(with_(topic.filter(({ date }) => date < '2025-06-17')))).toEqual([
      'section-missing LLM 2025-06-17 …',
    ]);
  });

  it('expects nothing of a section that comes now and then, or has just begun', () => {
    expect(foundIn(with_(topic.filter((_, index) => index % 3 !== 0)))).toEqual([]);
    expect(foundIn(with_(topic.slice(2, 6)))).toEqual([]);
  });
});

describe('papers-vanished', () => {
  const section = (entries: (index: number) => number) =>
    JUNE.map((day, index) => ({ ...day, profile: profileOf(entries(index)) }));

  it('names a section whose digests go on to come without papers', () => {
    const days = section((index) => (index < 8 ? 20 : 0));
    expect(foundIn(days)).toEqual(['papers-vanished AI 2025-06-12 …']);
    expect(figuresOf(factsOf(days))).toEqual([{ days: 5, usualPapers: 20 }]);
  });

  it('is noticed too where paths name no section', () => {
    const days = section((index) => (index < 8 ? 20 : 0)).map((day) => ({ ...day, section: '' }));
    expect(foundIn(days)).toEqual(['papers-vanished . 2025-06-12 …']);
  });

  it('one day is enough where many papers are usual, and not where few are', () => {
    expect(foundIn(section((index) => (index === 9 ? 0 : 20)))).toEqual(['papers-vanished AI 2025-06-13 2025-06-13']);
    expect(foundIn(section((index) => (index === 9 ? 0 : 2)))).toEqual([]);
  });
});

describe('day-repeated', () => {
  it('names the later day and what of it was there before', () => {
    const days = JUNE.map((day) =>
      day.date === '2025-06-10' ? { ...day, papersHashes: ['papers of 2025-06-09'] } : day,
    );
    expect(foundIn(days)).toEqual(['day-repeated . 2025-06-10 2025-06-10']);
    const [notice] = findNotices(factsOf(days));
    expect(notice).toMatchObject({
      figures: { sections: 1, repeated: 1, papers: 50 },
      details: ['AI: the papers of 2025-06-09'],
    });
  });

  it('is not a matter of another section, of copies on the same day, or of a paper or two', () => {
    const hash = { papersHashes: ['the same'] };
    expect(
      foundIn([
        ...JUNE,
        dayOf('2025-06-09', { ...hash, section: 'RO' }),
        dayOf('2025-06-10', { ...hash, section: 'NLP' }),
      ]),
    ).toEqual([]);
    expect(foundIn(JUNE.map((day) => ({ ...day, ...hash, profile: profileOf(2) })))).toEqual([]);
  });
});

describe('jumps of the Chinese', () => {
  const from = (first: number, last: number, changes: Partial<SectionDay['profile']>) =>
    daysOf('2025-06-02', '2025-07-18').map((day, index) =>
      index >= first && index <= last ? { ...day, profile: profileOf(50, changes) } : day,
    );

  it('chinese-vanished: from its first day on, with the shares', () => {
    const days = from(10, 99, { chineseAbstracts: 0 });
    expect(foundIn(days)).toContain('chinese-vanished . 2025-06-16 …');
    const [notice] = findNotices(factsOf(days)).filter(({ kind }) => kind === 'chinese-vanished');
    expect(notice?.figures).toMatchObject({ share: 0, usualShare: 1 });
  });

  it('chinese-vanished: to its last day, where it comes back', () => {
    expect(foundIn(from(10, 12, { chineseAbstracts: 2 }))).toContain('chinese-vanished . 2025-06-16 2025-06-18');
  });

  it('chinese-titles-vanished, authors-vanished: fields that were there and are not', () => {
    const vanished = (changes: Partial<SectionDay['profile']>) =>
      foundIn(from(10, 12, changes)).filter((notice) => notice.includes('vanished'));
    expect(vanished({ chineseTitles: 1 })).toEqual(['chinese-titles-vanished . 2025-06-16 2025-06-18']);
    expect(vanished({ withoutAuthors: 50 })).toEqual(['authors-vanished . 2025-06-16 2025-06-18']);
    expect(vanished({ withoutAuthors: 3, chineseTitles: 40 })).toEqual([]);
    // All of the Chinese is one notice.
    expect(vanished({ chineseTitles: 0, chineseAbstracts: 0 })).toEqual(['chinese-vanished . 2025-06-16 2025-06-18']);
  });

  it('a source that never had Chinese does not lose it', () => {
    expect(foundIn(daysOf('2025-06-02', '2025-06-18', { profile: profileOf(50, { chineseAbstracts: 0 }) }))).toEqual(
      [],
    );
  });

  it('chinese-garbled: one fair day does not end it', () => {
    const bad = from(10, 16, { garbled: 3 }).map((day, index) =>
      index === 12 ? { ...day, profile: profileOf(50, { garbled: 1 }) } : day,
    );
    expect(foundIn(bad).filter((notice) => notice.startsWith('chinese'))).toEqual([
      'chinese-garbled . 2025-06-16 2025-06-26',
    ]);
  });

  it('chinese-garbled: a few garbled texts, or as many as ever, are nothing new', () => {
    expect(foundIn(from(10, 16, { garbled: 1 }))).not.toContainEqual(expect.stringContaining('garbled'));
    expect(foundIn(from(0, 99, { garbled: 5 }))).not.toContainEqual(expect.stringContaining('garbled'));
  });

  it('chinese-shortened: a jump, not a high share as such', () => {
    expect(foundIn(from(10, 14, { short: 40 }))).toContain('chinese-shortened . 2025-06-16 2025-06-24');
    const steady = daysOf('2025-06-02', '2025-06-18').map((day, index) => ({
      ...day,
      profile: profileOf(50, { short: 14 + (index % 5) }),
    }));
    expect(foundIn(steady)).toEqual([]);
  });

  it('a day with few texts tells nothing', () => {
    expect(foundIn([...JUNE, dayOf('2025-06-23', { profile: profileOf(4, { garbled: 4, short: 4 }) })])).toEqual([]);
  });
});

describe('chinese-length-changed', () => {
  /** Every abstract has 150 English words, and so many Chinese characters for each. */
  const lengths = (entries: number, ratio: number, short = 0) =>
    profileOf(entries, { short, words: 150 * (entries - short), han: 150 * (entries - short) * ratio });
  const series = (...ratios: number[]) =>
    daysOf('2025-06-02', '2025-07-18')
      .slice(0, ratios.length)
      .map((day, index) => ({ ...day, profile: lengths(50, ratios[index] ?? 0) }));
  const ORDINARY = [1.78, 1.72, 1.83, 1.76, 1.8];

  it('names the days on which whole abstracts are shorter or longer, with the ratios', () => {
    expect(foundIn(series(...ORDINARY, 1.3, 1.25, ...ORDINARY))).toEqual([
      'chinese-length-changed . 2025-06-09 2025-06-10',
    ]);
    expect(figuresOf(factsOf(series(...ORDINARY, 2.1, 2.2)))).toEqual([
      { days: 2, texts: 100, ratio: 2.15, usualRatio: 1.78 },
    ]);
  });

  it('is one notice for a run of days, also with one day nearly as ever in it', () => {
    expect(foundIn(series(...ORDINARY, 1.4, 1.62, 1.4))).toEqual(['chinese-length-changed . 2025-06-09 …']);
  });

  it('is not a matter of the days as they come, of one odd day among those before, or of a slow drift', () => {
    expect(foundIn(series(1.8, 1.71, 1.85, 1.74, 1.9, 1.72, 1.86))).toEqual([]);
    expect(foundIn(series(1.78, 1.1, 1.8, 1.77, 1.79, 1.76))).toEqual([]);
    expect(foundIn(series(...Array.from({ length: 30 }, (_, index) => 1.7 + index * 0.01)))).toEqual([]);
  });

  it('says nothing of a day with few abstracts, or of those that are only a title', () => {
    const few = [...series(...ORDINARY), dayOf('2025-06-09', { profile: lengths(29, 0.9) })];
    expect(foundIn(few)).toEqual([]);
    const titles = [...series(...ORDINARY), dayOf('2025-06-09', { profile: lengths(60, 1.78, 20) })];
    expect(foundIn(titles).filter((notice) => notice.startsWith('chinese-length'))).toEqual([]);
  });
});

describe('sidecar-differs', () => {
  const SAME = { records: 50, entries: 50, onlyInSidecar: 0, onlyInDigest: 0, texts: 0, cases: [] };
  const sidecar = (path: string, changes: Partial<SidecarFacts> = {}): SidecarFacts => ({
    path,
    date: '2025-06-10' as CalendarDate,
    hasDigest: true,
    comparison: SAME,
    ...changes,
  });
  const notices = (...sidecars: SidecarFacts[]) => findNotices(factsOf(JUNE, { sidecars }));

  it('is no sidecar that prints what its digest prints', () => {
    expect(notices(sidecar('2025-06-10/AI/papers.jsonl'))).toEqual([]);
  });

  it('is one notice a sidecar, with the numbers and the first papers', () => {
    const comparison = { ...SAME, records: 49, onlyInDigest: 1, cases: ['2506.00001: not in the sidecar'] };
    expect(notices(sidecar('2025-06-10/AI/papers.jsonl', { comparison }))).toEqual([
      {
        kind: 'sidecar-differs',
        about: '2025-06-10/AI/papers.jsonl',
        since: '2025-06-10',
        until: '2025-06-10',
        figures: { records: 49, entries: 50, onlyInSidecar: 0, onlyInDigest: 1, texts: 0, absent: 0 },
        details: ['2506.00001: not in the sidecar'],
      },
    ]);
  });

  it('a digest that did not come is one, unless no digest of that feed did', () => {
    const comparison = { ...SAME, entries: 0, onlyInSidecar: 50 };
    const alone = { hasDigest: false, comparison };
    expect(notices(sidecar('2025-06-10/RO/papers.jsonl', alone))).toMatchObject([
      { figures: { absent: 1 }, details: ['no digest beside it, 50 papers in it'] },
    ]);
    expect(notices(sidecar('data/2025-06-10/RO/papers.jsonl', alone))).toEqual([]);
  });
});

describe('index-differs', () => {
  const claim = (path: string, label: string, papers: number): IndexClaim => ({
    path,
    date: (/\d{4}-\d\d-\d\d/.exec(path)?.[0] ?? null) as CalendarDate | null,
    label,
    papers,
  });
  const day = [
    dayOf('2025-06-10', { profile: profileOf(7) }),
    dayOf('2025-06-10', { section: 'RO', profile: profileOf(3) }),
    dayOf('2025-06-10', { section: 'LLM', isCategory: false, profile: profileOf(5) }),
  ];
  const differences = (...claims: IndexClaim[]) =>
    findNotices(factsOf(day, { claims })).map(({ about, figures, details }) => ({ about, figures, details }));

  it.each([
    ['2025-06-10/README.md', 'AI', 7],
    ['2025-06-10/README.md', 'LLM', 5],
    ['README.md', '10-Jun-2025', 10], // the categories; a topic repeats their papers
    ['LLM/README.md', '10-Jun-2025', 5],
    ['LLM/README.md', '9-Jun-2025', 0],
    ['README.md', 'no day', 3],
  ])('%s is right about %s', (path, label, papers) => {
    expect(differences(claim(path, label, papers))).toEqual([]);
  });

  it('counts what differs, and what never came, one notice a table', () => {
    expect(differences(claim('2025-06-10/README.md', 'AI', 9), claim('2025-06-10/README.md', 'RO', 3))).toEqual([
      {
        about: '2025-06-10/README.md',
        figures: { rows: 2, differing: 1, absent: 0, claimed: 9, found: 7 },
        details: ['2025-06-10 AI: 9 claimed, 7 came'],
      },
    ]);
    expect(differences(claim('README.md', '10-Jun-2025', 0), claim('README.md', '11-Jun-2025', 4))).toEqual([
      {
        about: 'README.md',
        figures: { rows: 2, differing: 2, absent: 1, claimed: 4, found: 10 },
        details: ['2025-06-10: 0 claimed, 10 came', '2025-06-11: 4 claimed, no digest came'],
      },
    ]);
  });

  it('finds the digests of the feed that the table stands in', () => {
    const days = [...day, dayOf('2025-06-10', { feed: 'b', profile: profileOf(2) })];
    const claims = [claim('b/2025-06-10/README.md', 'AI', 2), claim('b/README.md', '10-Jun-2025', 2)];
    expect(findNotices(factsOf(days, { claims }))).toEqual([]);
  });
});
