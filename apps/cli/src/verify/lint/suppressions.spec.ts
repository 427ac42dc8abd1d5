import { parseDigest } from '@diglot/formats';
import { digestOf } from '../testing/digests.ts';
import { Suppressions } from './suppressions.ts';

const open = (text: string) => {
  const { entries } = parseDigest(text, { path: 'a.md' });
  return { suppressions: new Suppressions(text, entries), entries };
};
const [TWO] = [
  digestOf({ before: '<!-- diglot-ignore number, entity: rounded -->\n' }) + digestOf({ id: '2511.00002' }),
];

it('covers the entry below, both of its texts, and no other', () => {
  const { suppressions, entries } = open(TWO);
  const [first, second] = entries;
  if (!first || !second) throw new Error('two entries');
  expect(suppressions.reasonFor('number', first, 'title')).toBe('rounded');
  expect(suppressions.reasonFor('entity', first, 'abstract')).toBe('rounded');
  expect(suppressions.reasonFor('omission', first, 'abstract')).toBeNull();
  expect(suppressions.reasonFor('number', second, 'abstract')).toBeNull();
  expect(suppressions.notices()).toEqual([]);
});

it('covers the field below when it stands within a block', () => {
  const { suppressions, entries } = open(digestOf({ between: '<!-- diglot-ignore all: checked by hand -->\n\n' }));
  const [entry] = entries;
  if (!entry) throw new Error('an entry');
  expect(suppressions.reasonFor('number', entry, 'title')).toBeNull();
  expect(suppressions.reasonFor('number', entry, 'abstract')).toBe('checked by hand');
});

it('covers a whole file', () => {
  const { suppressions, entries } = open(`<!-- diglot-ignore-file terminology -->\n${digestOf({})}${digestOf({})}`);
  for (const entry of entries) expect(suppressions.reasonFor('terminology', entry, 'title')).toBe('no reason given');
});

it.each([
  ['<!-- diglot-ignore numbr: typo -->', /there is no rule numbr/],
  ['<!-- diglot-ignored number -->', /not understood/],
  ['<!-- diglot-ignore number: nothing is wrong -->', /takes nothing back/],
])('says what is wrong with %s', (comment, message) => {
  const { suppressions } = open(`${comment}\n${digestOf({})}`);
  expect(suppressions.notices()).toMatchObject([{ line: 1, message: expect.stringMatching(message) as string }]);
});

it('says that a comment stands before nothing', () => {
  const { suppressions } = open(`${digestOf({})}<!-- diglot-ignore number: late -->\n`);
  expect(suppressions.notices()).toMatchObject([{ message: 'this comment stands before no entry' }]);
});
