import { chmod, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import type { TestDatabase } from '@diglot/testing';
import { watcherDatabase, WatchedFolder, withoutRights } from '../watched-folder.fixture.ts';

let database: TestDatabase;
let folder: WatchedFolder;

beforeAll(async () => void (database = await watcherDatabase()));
afterAll(async () => await database.drop());
beforeEach(async () => void (folder = await WatchedFolder.create(database.database)));
afterEach(async () => await folder.remove());

const seenTimes = async (): Promise<{ first_seen: Date; last_seen: Date } | undefined> => {
  const [row] = await database.database.rows<{ first_seen: Date; last_seen: Date }>(
    'SELECT first_seen, last_seen FROM watcher.problem_view WHERE source = $1',
    [folder.source],
  );
  return row;
};

test('a problem is there as long as it lasts, over restarts too, and is written only when it is new', async () => {
  await symlink('/etc/hostname', folder.path('out.md'));
  await folder.round();
  const first = await seenTimes();
  expect(await folder.problems()).toEqual({ 'out.md': 'DIGLOT_PATH_OUTSIDE_ROOT' });
  await folder.round();
  await folder.restart();
  await folder.round();
  expect(await seenTimes()).toEqual(first);
  folder.clock.advance(60_000);
  await folder.round();
  expect((await seenTimes())?.first_seen).toEqual(first?.first_seen);
  expect((await seenTimes())?.last_seen.getTime()).toBeGreaterThan(first?.last_seen.getTime() ?? Infinity);
  await folder.delete('out.md');
  await folder.round();
  expect(await folder.problems()).toEqual({});
});

test('a problem that was resolved while nobody watched is removed', async () => {
  await symlink('nothing', folder.path('a.md'));
  await folder.round();
  expect(await folder.problems()).toEqual({ 'a.md': 'DIGLOT_FILE_UNREADABLE' });
  await folder.delete('a.md');
  await folder.restart();
  await folder.round();
  expect(await folder.problems()).toEqual({});
});

test('a file that cannot be read is no deletion, and taken once it can', async () => {
  await folder.write('a.md', 'A');
  await folder.settle();
  await folder.write('a.md', 'AA');
  await chmod(folder.path('a.md'), 0o000);
  await withoutRights(() => folder.settle());
  await withoutRights(() => folder.settle());
  expect(await folder.problems()).toEqual({ 'a.md': 'DIGLOT_FILE_UNREADABLE' });
  expect(await folder.announced()).toHaveLength(1);
  await chmod(folder.path('a.md'), 0o644);
  await folder.settle();
  expect(await folder.problems()).toEqual({});
  expect((await folder.announced()).map(({ revision }) => revision)).toEqual([1, 2]);
});

test('what lies below a folder that cannot be listed is no deletion', async () => {
  await folder.write('closed/deep/a.md', 'A');
  await folder.write('b.md', 'B');
  await folder.settle();
  await chmod(folder.path('closed'), 0o000);
  await folder.delete('b.md');
  await withoutRights(() => folder.settle());
  expect(await folder.problems()).toEqual({ closed: 'DIGLOT_FILE_UNREADABLE' });
  expect(await folder.live()).toEqual(['closed/deep/a.md']);
  await chmod(folder.path('closed'), 0o755);
});

test('a file that was replaced by a link out of the root keeps what it held', async () => {
  await folder.write('a.md', 'A');
  await folder.settle();
  await folder.delete('a.md');
  await symlink('/etc/hostname', folder.path('a.md'));
  await folder.settle();
  expect(await folder.live()).toEqual(['a.md']);
  expect(await folder.problems()).toEqual({ 'a.md': 'DIGLOT_PATH_OUTSIDE_ROOT' });
});

describe('a folder that is away', () => {
  test('is a problem of the source, and nothing of it counts as deleted', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await rename(folder.root, `${folder.root}-away`);
    await folder.settle();
    expect(await folder.settle()).toMatchObject({ missing: true, seen: 0, problems: 1 });
    expect(await folder.problems()).toEqual({ '': 'DIGLOT_SOURCE_MISSING' });
    expect(await folder.live()).toEqual(['a.md']);
    await rename(`${folder.root}-away`, folder.root);
    await folder.settle();
    expect(await folder.problems()).toEqual({});
    expect(await folder.announced()).toHaveLength(1);
  });

  test('an absence that was seen before it went does not count on when it is back', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.delete('a.md');
    await folder.round();
    await rename(folder.root, `${folder.root}-away`);
    folder.clock.advance(1000);
    await folder.round();
    await rename(`${folder.root}-away`, folder.root);
    await folder.round();
    expect(await folder.live()).toEqual(['a.md']);
    folder.clock.advance(1000);
    await folder.round();
    expect(await folder.live()).toEqual([]);
  });

  test('an empty folder in its place is a mount point without its mount, also after a restart', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await rename(folder.root, `${folder.root}-away`);
    await mkdir(folder.root);
    await folder.settle();
    await folder.restart();
    expect(await folder.settle()).toMatchObject({ missing: true });
    expect(await folder.problems()).toEqual({ '': 'DIGLOT_SOURCE_MISSING' });
    expect(await folder.live()).toEqual(['a.md']);
    await folder.write('b.md', 'B');
    await folder.settle();
    expect(await folder.live()).toEqual(['b.md']);
    await rm(`${folder.root}-away`, { recursive: true });
  });

  test('a folder that was emptied is empty: its files are deleted', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.delete('a.md');
    await folder.settle();
    expect(await readdir(folder.root)).toEqual([]);
    expect(await folder.live()).toEqual([]);
  });
});
