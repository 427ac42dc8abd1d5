import type { TranslatedEntry } from '@diglot/contracts';
import { foldPaper, sha256, type ArxivId, type CalendarDate, type Judgement } from '@diglot/domain';
import { isItsFold } from './fold-anew.ts';
import type { StoredMember } from './stored-papers.statement.ts';

const id = '2511.00001' as ArxivId;
const judgement: Judgement = { verdict: 'accept', score: 90, issues: [], engine: '1' };

function member(path: string, zh: string): StoredMember {
  const fact: TranslatedEntry = {
    kind: 'entry',
    arxivId: id,
    entry: { source: 'chaos', path, arxivId: id, ordinal: 1 },
    retracted: false,
    digest: { sha256: sha256(path), size: 1, date: '2025-11-04' as CalendarDate, category: null, topic: 'LLM' },
    paper: { version: 1, title: { en: 'T', zh }, authors: ['A'], link: 'l', abstract: { en: 'E', zh: null } },
    title: judgement,
    abstract: null,
  };
  return { subject: path, fact };
}

const members = [member('a.md', '一'), member('b.md', '二')];
const state = JSON.stringify(
  foldPaper(
    id,
    members.flatMap(({ subject, fact }) => {
      if (fact.kind !== 'entry' || !fact.paper) return [];
      const section = { source: 'chaos', path: subject, category: null, topic: 'LLM' };
      const { paper: text, title, abstract } = fact;
      return [{ subject, ...section, date: '2025-11-04' as CalendarDate, text, title, abstract }];
    }),
  ),
);

it('knows the fold of a set, in whatever order its members come', () => {
  expect(isItsFold({ id, state, members })).toBe(true);
  expect(isItsFold({ id, state, members: members.toReversed() })).toBe(true);
});

it.each([
  ['a state that misses a member', state, [...members, member('c.md', '三')]],
  ['a state of more members than there are', state, members.slice(1)],
  ['a state in which one figure is another', state.replace('"score":90', '"score":91'), members],
  ['a state of a paper that nobody prints', state, []],
])('finds %s', (_, stored, set) => {
  expect(isItsFold({ id, state: stored, members: set })).toBe(false);
});

it('does not judge what it cannot fold', () => {
  const gone = { subject: 'gone.md', fact: { ...member('gone.md', '').fact, paper: null } as TranslatedEntry };
  expect(() => isItsFold({ id, state, members: [gone] })).toThrow('gone.md is no entry');
});
