import { addressMistake, branchMistake } from './git-address.ts';

test.each([
  'https://example.org/a/b.git',
  'https://example.org:8443/a',
  'ssh://git@example.org/a/b.git',
  'ssh://git@example.org:2222/~/b',
  'file:///srv/digests.git',
])('%s is taken', (address) => expect(addressMistake(address)).toBeNull());

test.each([
  ['http://example.org/a', 'only https'],
  ['git://example.org/a', 'only https'],
  ['git@example.org:a/b.git', 'ssh://git@host/path'],
  ['ext::sh -c id', 'space'],
  ['ext::id', 'only https'],
  ['/srv/digests.git', 'only https'],
  ['--upload-pack=id', 'only https'],
  ['https://token@example.org/a', 'secret'],
  ['https://user:pass@example.org/a', 'secret'],
  ['ssh://git:pass@example.org/a', 'secret'],
  ['https://example.org/a.git?private_token=abc', 'query'],
  ['https://example.org/a.git#main', 'fragment'],
  ['file://host/srv/a', 'host'],
  ['https://example.org/a\n', 'control'],
  ['', 'only https'],
])('%j is not, and why', (address, reason) => expect(addressMistake(address)).toContain(reason));

test.each(['main', 'release/2025', 'v1.2', '论文', 'a@b'])('%s can be a branch', (name) => {
  expect(branchMistake(name)).toBeNull();
});

test.each([
  '',
  '-x',
  '--upload-pack=id',
  'a..b',
  'a b',
  'a~1',
  'a^',
  'a:b',
  'a?',
  'a*',
  '[',
  'a\\b',
  'a.lock',
  'a/',
  '/a',
  '.a',
  'a//b',
  '@',
  'a@{1}',
  'a\nb',
  'x/.y',
  'a.',
])('%j cannot', (name) => {
  expect(branchMistake(name)).not.toBeNull();
});
