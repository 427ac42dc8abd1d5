import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryFolder, type TestDatabase, temporaryFolder } from '@diglot/testing';
import { watcherDatabase } from '../watched-folder.fixture.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
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

test.each([
  ['whatever the order', [{ root: 'a' }, { root: 'a/papers' }]],
  ['whatever becomes of the files', [{ root: 'a/papers', policy: 'delete' }, { root: 'a' }]],
  ['three deep', [{ root: '' }, { root: 'a/papers', ignore: ['x'] }]],
  ['though only what is in it is told apart', [{ root: 'a', include: ['*.md'] }, { root: 'a/papers' }]],
] as const)('a folder in a folder would give everything twice, %s', async (_, definitions) => {
  const located = locateSources(definitions.map((each) => ({ ...each, root: at(each.root) })));
  await expect(located).rejects.toThrow(new RegExp(`^DIGLOT_CONFIG_INVALID: ${at('a')}/papers lies in ${folder.path}`));
});

test.each([
  ['ignores it', { ignore: ['papers'] }],
  ['ignores what is in it', { ignore: ['papers/**'] }],
  ['does not go so deep', { depth: 0 }],
])('a folder in a folder that %s is a source of its own', async (_, rules) => {
  expect(await register({ root: at('a'), ...rules }, { root: at('a/papers') })).toEqual({
    a: at('a'),
    papers: at('a/papers'),
  });
});

test('a hidden folder in a folder is a source of its own, and so is a neighbour whose name is longer', async () => {
  const three = await register({ root: at('a') }, { root: at('a/.hidden/x') }, { root: at('a2') });
  expect(Object.keys(three).toSorted()).toEqual(['a', 'a2', 'x']);
});

test('all that contradicts is named at once, by file, line and field', async () => {
  const file = at('diglot.config.json');
  await writeFile(at('file.md'), '');
  const text = `{ "sources": [
    { "kind": "folder", "folder": "a" },
    { "kind": "folder",
      "folder": "a/papers" },
    { "kind": "folder", "folder": "a", "depth": 3 },
    { "kind": "folder", "folder": "b", "afterwards": "move",
      "moveTo": "c/done" },
    { "kind": "folder", "folder": "c" },
    { "kind": "folder",
      "folder": "file.md" }
  ] }`;
  await writeFile(file, text);
  const { sources } = await readConfiguration(null, [folder.path]);
  const failure: unknown = await locateSources(sources).catch((thrown: unknown) => thrown);
  expect((failure as { detail: string }).detail.split('\n')).toEqual([
    `${file}:10, field sources.5.folder: ${at('file.md')} is a file, not a folder`,
    `${file}:5, field sources.2.folder: ${at('a')} is given twice, and differently (sources.0, line 2)`,
    `${file}:4, field sources.1.folder: ${at('a/papers')} lies in ${at('a')} (sources.0, line 2), which is watched too: add "papers" to its "ignore"`,
    `${file}:4, field sources.1.folder: ${at('a/papers')} lies in ${at('a')} (sources.2, line 5), which is watched too: add "papers" to its "ignore"`,
    `${file}:7, field sources.3.moveTo: ${at('c/done')}, where files are moved to, is watched itself (sources.4, line 8)`,
  ]);
});

test('names that contradict what is known are named likewise', async () => {
  await register({ root: at('c'), name: 'mine' }, { root: at('a') });
  const file = at('diglot.config.json');
  const named = (path: string, name: string) => JSON.stringify({ kind: 'folder', folder: path, name });
  await writeFile(file, `{ "sources": [\n${named('c', 'yours')},\n${named('b', 'a')},\n${named('a', 'x')} ] }`);
  const { sources } = await readConfiguration(null, [folder.path]);
  const failure: unknown = await register(...sources).catch((thrown: unknown) => thrown);
  expect((failure as { detail: string }).detail.split('\n')).toEqual([
    `${file}:2, field sources.0.name: ${at('c')} is known as "mine": give it this name, or none`,
    `${file}:3, field sources.1.name: the name "a" belongs to ${at('a')} (sources.2, line 4), which is watched too`,
    `${file}:4, field sources.2.name: ${at('a')} is known as "a": give it this name, or none`,
  ]);
});
