import { isReached, selection, type SelectionRules } from './selection.ts';

const reached = (rules: SelectionRules, ...paths: string[]): string[] =>
  paths.filter((path) => isReached(path, selection(rules)));

test('by default everything that ends in .md, in any case', () => {
  expect(reached({}, 'a.md', 'x/y/B.MD', 'c.txt', 'md', 'x.md/y')).toEqual(['a.md', 'x/y/B.MD']);
});

test('globs say what else', () => {
  const rules = { include: ['*/papers.jsonl', 'flat/*.md'] };
  expect(reached(rules, 'a/papers.jsonl', 'a/b/papers.jsonl', 'flat/a.md', 'a.md')).toEqual([
    'a/papers.jsonl',
    'flat/a.md',
  ]);
});

test.each([['drafts'], ['drafts/**'], ['DRAFTS'], ['**/drafts']])('ignoring %s ignores all that is below', (ignore) => {
  expect(reached({ ignore: [ignore] }, 'drafts/a.md', 'drafts/b/c.md', 'drafts.md')).toEqual(['drafts.md']);
});

test('single files can be ignored', () => {
  expect(reached({ ignore: ['README.md', '*/README.md'] }, 'README.md', 'x/readme.md', 'x/AI/README.md')).toEqual([
    'x/AI/README.md',
  ]);
});

test('the depth counts folders', () => {
  const paths = ['a.md', 'x/a.md', 'x/y/a.md'];
  expect(reached({ depth: 0 }, ...paths)).toEqual(['a.md']);
  expect(reached({ depth: 1 }, ...paths)).toEqual(['a.md', 'x/a.md']);
  expect(reached({ depth: 2 }, ...paths)).toEqual(paths);
  expect(selection({ depth: 1 }).enters('x')).toBe(true);
  expect(selection({ depth: 1 }).enters('x/y')).toBe(false);
});

test('hidden and unfinished names, and folders of packages, are never reached', () => {
  expect(reached({ include: ['**'] }, '.git/a.md', 'x/.a.md', 'a.md.tmp', 'node_modules/a.md', 'a.md')).toEqual([
    'a.md',
  ]);
});

test('where files are moved to is left alone', () => {
  const { includes, enters } = selection({}, 'done');
  expect(enters('done')).toBe(false);
  expect(enters('undone')).toBe(true);
  expect(includes('done.md')).toBe(true);
});
