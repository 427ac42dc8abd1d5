import type { Sha256 } from '@diglot/domain';
import type { KnownPlacement } from '../placements/known-placement.ts';
import type { Problem } from '../problems/problem.ts';
import type { SeenFile } from '../scanning/scan.ts';
import { observeAbsences } from './absence.ts';

const NO_KNOWLEDGE = { date: null, category: null, topic: null, sectionAnnounced: true };
const LIVE: KnownPlacement = {
  revision: 1,
  sha256: 'aa' as Sha256,
  seen: null,
  settled: true,
  cleaned: false,
  ...NO_KNOWLEDGE,
};
const FILE: SeenFile = { stat: { device: 1n, inode: 1n, size: 1, modified: 1n, changed: 1n }, linkTo: null };

function absent(
  placements: Record<string, KnownPlacement>,
  { files = [], problems = [] }: { files?: string[]; problems?: string[] } = {},
  before: Record<string, number> = {},
): Record<string, number> {
  const listing = {
    files: new Map(files.map((path) => [path, FILE])),
    problems: problems.map((path): Problem => ({ path, code: 'DIGLOT_FILE_UNREADABLE', detail: '' })),
  };
  const known = new Map(Object.entries(placements));
  return Object.fromEntries(
    observeAbsences(new Map(Object.entries(before)), known, listing, { started: 90, ended: 100 }),
  );
}

test('a live placement without its file is absent since the end of the scan', () => {
  expect(absent({ 'a.md': LIVE })).toEqual({ 'a.md': 100 });
});

test('it is so since the first scan that did not see it', () => {
  expect(absent({ 'a.md': LIVE }, {}, { 'a.md': 7 })).toEqual({ 'a.md': 7 });
});

test('a file that is back is forgotten', () => {
  expect(absent({ 'a.md': LIVE }, { files: ['a.md'] }, { 'a.md': 7 })).toEqual({});
});

test('what is deleted already, or was cleaned up, is not absent', () => {
  expect(absent({ 'a.md': { ...LIVE, sha256: null }, 'b.md': { ...LIVE, cleaned: true } })).toEqual({});
});

test('what cannot be looked at is not absent, nor what lies below it; its neighbours are', () => {
  const placements = { 'a/b/c.md': LIVE, 'a/b.md': LIVE, 'ab/c.md': LIVE, 'x.md': LIVE };
  expect(absent(placements, { problems: ['a/b', 'x.md'] })).toEqual({ 'a/b.md': 100, 'ab/c.md': 100 });
});
