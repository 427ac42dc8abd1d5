import { compareStates } from './compare-states.ts';
import type { NewestRecord } from './log-audit.ts';

const record: NewestRecord = { offset: 1n, revision: 2, sha256: 'aa' };
const stored = [
  { id: 'one', revision: 2, sha256: 'aa' },
  { id: 'two', revision: 2, sha256: 'bb' },
];
const newest = new Map<string, NewestRecord>([
  ['one', record],
  ['two', { ...record, sha256: 'bb' }],
]);
const fine = { outdated: 0, differing: 0, unknown: 0 };

it('finds nothing where each newest record is what PostgreSQL holds', () => {
  expect(compareStates(stored, newest)).toEqual(fine);
});

it.each([
  ['an older revision', { ...record, revision: 1 }, { ...fine, outdated: 1 }],
  ['a newer revision', { ...record, revision: 3 }, { ...fine, outdated: 1 }],
  ['the same revision with another content', { ...record, sha256: 'cc' }, { ...fine, differing: 1 }],
  ['a tombstone of a paper that lives', { ...record, sha256: null }, { ...fine, differing: 1 }],
])('finds %s', (_, changed, expected) => {
  expect(compareStates(stored, new Map([...newest, ['one', changed]]))).toEqual(expected);
});

it('finds a paper without a record, and a record without a paper; a tombstone needs none', () => {
  const other = new Map([...newest].filter(([id]) => id !== 'one'));
  expect(compareStates(stored, other)).toEqual({ ...fine, outdated: 1 });
  expect(compareStates(stored, new Map([...newest, ['three', record]]))).toEqual({ ...fine, unknown: 1 });
  expect(compareStates(stored, new Map([...newest, ['three', { ...record, sha256: null }]]))).toEqual(fine);
});
