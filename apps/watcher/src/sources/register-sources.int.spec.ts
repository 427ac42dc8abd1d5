import { mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryFolder, type TestDatabase, temporaryFolder } from '@diglot/testing';
import { watcherDatabase } from '../watched-folder.fixture.ts';
import { locateSources, registerSources } from './register-sources.ts';
import type { SourceDefinition } from './source-definition.ts';

let database: TestDatabase;
let folder: TemporaryFolder;

beforeEach(async () => {
  database = await watcherDatabase();
  folder = await temporaryFolder('sources');
  for (const path of ['a/papers', 'b/papers', 'c']) await mkdir(join(folder.path, path), { recursive: true });
});
afterEach(async () => {
  await folder.remove();
  await database.drop();
});

const at = (path: string): string => join(folder.path, path);

async function register(...definitions: SourceDefinition[]): Promise<Record<string, string>> {
  const sources = await registerSources(database.database, await locateSources(definitions, at('clones')));
  return Object.fromEntries(sources.map(({ name, location }) => [name, location]));
}

test('names are remembered by the real path, whatever the order and however it is written', async () => {
  const both = { papers: at('a/papers'), 'papers-2': at('b/papers') };
  expect(await register({ root: at('b/papers') }, { root: at('a/papers') })).toEqual({
    papers: at('a/papers'),
    'papers-2': at('b/papers'),
  });
  expect(await register({ root: at('a/papers') }, { root: at('b/papers') })).toEqual(both);
  expect(await register({ root: `${at('c')}/../b/papers/` })).toEqual({ 'papers-2': at('b/papers') });
  await symlink(at('b/papers'), at('link'));
  expect(await register({ root: at('link') })).toEqual({ 'papers-2': at('b/papers') });
});

test('a folder that is not there yet has its name already', async () => {
  await symlink(at('a'), at('link'));
  const expected = { later: at('a/later') };
  expect(await register({ root: at('link/later') })).toEqual(expected);
  await mkdir(at('a/later'));
  expect(await register({ root: at('link/later') })).toEqual(expected);
});

test('a folder that is given twice is one source; differently, is a mistake', async () => {
  expect(await register({ root: at('c') }, { root: `${at('c')}/` })).toEqual({ c: at('c') });
  const twice = register({ root: at('c') }, { root: at('c'), policy: 'delete' });
  await expect(twice).rejects.toMatchObject({ code: 'DIGLOT_CONFIG_INVALID' });
});

test('a source with a name of its own may move', async () => {
  await register({ root: at('c'), name: 'mine' });
  await rename(at('c'), at('d'));
  expect(await register({ root: at('d'), name: 'mine' })).toEqual({ mine: at('d') });
  expect(await database.database.rows('SELECT name, location FROM watcher.source_view')).toEqual([
    { name: 'mine', location: at('d') },
  ]);
});

test('a contradiction changes nothing', async () => {
  await register({ root: at('c') });
  const renamed = register({ root: at('a/papers') }, { root: at('c'), name: 'other' });
  await expect(renamed).rejects.toMatchObject({ code: 'DIGLOT_CONFIG_INVALID' });
  expect(await database.database.rows('SELECT name FROM watcher.source_view')).toEqual([{ name: 'c' }]);
});

test('two processes that start at once give the same names', async () => {
  const starts = Array.from({ length: 4 }, () => register({ root: at('a/papers') }, { root: at('b/papers') }));
  const names = await Promise.all(starts);
  for (const each of names) expect(each).toEqual(names[0]);
});

test('two processes that bring new folders at once give them different names', async () => {
  const roots = Array.from({ length: 5 }, (_, index) => at(`${index}/new`));
  await Promise.all(roots.map((root) => register({ root })));
  const rows = await database.database.rows<{ location: string }>('SELECT location FROM watcher.source_view');
  expect(rows.map(({ location }) => location).toSorted()).toEqual(roots);
});

test('a repository has the name of its address, and keeps it', async () => {
  const address = 'https://example.org/ada/digests.git';
  expect(await register({ kind: 'git', address }, { root: at('c') })).toEqual({ c: at('c'), digests: address });
  const branch = { kind: 'git', address, branch: 'next' } as const;
  expect(await register(branch, { kind: 'git', address })).toEqual({
    digests: address,
    'digests-2': `${address}#next`,
  });
});

test('a process without a folder for clones follows no repository', async () => {
  const located = locateSources([{ kind: 'git', address: 'https://example.org/a' }]);
  await expect(located).rejects.toMatchObject({ code: 'DIGLOT_CONFIG_INVALID' });
});

test('what is configured no more is remembered as such, until it is configured again', async () => {
  const configured = async () => {
    const rows = await database.database.rows<{ name: string }>(
      'SELECT name FROM watcher.source_view WHERE configured ORDER BY name',
    );
    return rows.map(({ name }) => name);
  };
  await register({ root: at('c') }, { root: at('a/papers') });
  expect(await configured()).toEqual(['c', 'papers']);
  await register({ root: at('c') });
  expect(await configured()).toEqual(['c']);
  await register({ root: at('a/papers') });
  expect(await configured()).toEqual(['papers']);
});

test.each([
  ['to where they are', { root: 'c', policy: 'move', moveTo: 'c' }],
  ['into another source', { root: 'c', policy: 'move', moveTo: 'a/papers/done' }],
  ['though they are kept', { root: 'c', moveTo: 'b' }],
] as const)('files cannot be moved %s', async (_, { root, moveTo, ...rest }) => {
  const located = locateSources([{ root: at('a/papers') }, { root: at(root), moveTo: at(moveTo), ...rest }]);
  await expect(located).rejects.toMatchObject({ code: 'DIGLOT_CONFIG_INVALID' });
});
