import fc from 'fast-check';
import type { TranslatedEntry, TranslationMade } from '@diglot/contracts';
import { sha256, type ArxivId, type CalendarDate, type Issue, type Judgement } from '@diglot/domain';
import { changesBetween, contributionOf, type ContributionPart } from './paper-contribution.ts';
import type { Member } from './paper-translated.decision.ts';

const arxivId = '2511.00001' as ArxivId;

const issue = (code: Issue['code']): Issue => ({
  code,
  type: 'locale/number',
  severity: 'major',
  probability: 0.9,
  source: [],
  target: [],
  message: { en: '', zh: '' },
  evidence: {},
  check: code,
  version: '1',
});

const judged = (...codes: Issue['code'][]): Judgement => ({
  verdict: codes.length === 0 ? 'accept' : 'flag',
  score: 50,
  issues: codes.map(issue),
  engine: '1',
});

function printed(source: string, date: string | null, zh: string | null, abstract: Judgement | null): Member {
  const fact: TranslatedEntry = {
    kind: 'entry',
    arxivId,
    entry: { source, path: 'a.md', arxivId, ordinal: 1 },
    retracted: false,
    digest: { sha256: sha256('a'), size: 1, date: date as CalendarDate | null },
    paper: {
      version: null,
      title: { en: 'A title', zh: null },
      authors: [],
      link: '',
      abstract: { en: 'x'.repeat(100), zh },
    },
    title: null,
    abstract,
  };
  return { subject: `${source} ${date} ${zh}`, fact, statedOn: '2025-03-09' };
}

const made: TranslationMade = {
  kind: 'translation',
  arxivId,
  entry: null,
  retracted: false,
  genre: 'abstract',
  sourceHash: sha256('x'),
  origin: 'provider',
  author: 'example/model@1',
  text: '机器译文。',
  judgement: judged(),
};

describe('contributionOf', () => {
  it('counts by day, source and origin', () => {
    const members = [
      printed('lab', '2025-03-04', '字'.repeat(32), judged('number', 'number', 'length')),
      printed('lab', '2025-03-04', null, null),
      printed('other', null, '字'.repeat(400), judged()),
      { subject: 'made', fact: made, statedOn: '2025-03-09' },
    ];
    expect(contributionOf(members)).toEqual([
      {
        day: '-infinity',
        source: 'other',
        origin: 'digest',
        counts: { 'abstract:accept': 1, entries: 1, papers: 1, 'ratio:1.50': 1 },
      },
      {
        day: '2025-03-04',
        source: 'lab',
        origin: 'digest',
        counts: {
          'abstract:flag': 1,
          entries: 2,
          'issue:length': 1,
          'issue:number': 2,
          papers: 1,
          'ratio:0.30': 1,
          'severity:major': 3,
          'without-chinese': 1,
        },
      },
      { day: '2025-03-09', source: '', origin: 'example/model@1', counts: { 'abstract:accept': 1, entries: 1 } },
    ]);
  });

  it('does not depend on the order of the set', () => {
    const list = [
      printed('a', '2025-03-04', '字', judged()),
      printed('b', null, null, null),
      printed('c', null, '字', judged('number')),
    ];
    expect(contributionOf(list.toReversed())).toEqual(contributionOf(list));
  });
});

describe('changesBetween', () => {
  const part = fc.record({
    day: fc.constantFrom('2025-03-04', '2025-03-05'),
    source: fc.constantFrom('a', 'b'),
    origin: fc.constant('digest'),
    counts: fc.dictionary(fc.constantFrom('entries', 'papers', 'issue:number'), fc.nat(5)),
  });
  const parts = fc.array(part, { maxLength: 5 });

  it('applied to the sums of what was, gives the sums of what is', () => {
    const sum = (list: readonly ContributionPart[]): Map<string, number> => {
      const sums = new Map<string, number>();
      for (const { day, source, origin, measure, change } of changesBetween([], list)) {
        sums.set(JSON.stringify([day, source, origin, measure]), change);
      }
      return sums;
    };
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const sums = sum(before);
        for (const { day, source, origin, measure, change } of changesBetween(before, after)) {
          const key = JSON.stringify([day, source, origin, measure]);
          const next = (sums.get(key) ?? 0) + change;
          if (next === 0) sums.delete(key);
          else sums.set(key, next);
        }
        expect(sums).toEqual(sum(after));
      }),
    );
  });

  it('leaves out what stays', () => {
    const same: ContributionPart[] = [{ day: '2025-03-04', source: 'a', origin: 'digest', counts: { entries: 2 } }];
    expect(changesBetween(same, same)).toEqual([]);
  });
});
