import { rename, stat, utimes, writeFile } from 'node:fs/promises';
import { sha256 } from '@diglot/domain';
import { waitFor, type TestDatabase } from '@diglot/testing';
import { watcherDatabase, WatchedFolder } from '../watched-folder.fixture.ts';

let database: TestDatabase;
let folder: WatchedFolder;

beforeAll(async () => void (database = await watcherDatabase()));
afterAll(async () => await database.drop());
beforeEach(async () => void (folder = await WatchedFolder.create(database.database)));
afterEach(async () => await folder.remove());

describe('a file that changes', () => {
  test('is the next revision of its placement, forth and back', async () => {
    for (const content of ['A', 'BB', 'A']) {
      await folder.write('a.md', content);
      await folder.settle();
    }
    expect(await folder.log('A', 'BB')).toEqual(['a.md 1 A', 'a.md 2 BB', 'a.md 3 A']);
    expect(
      await database.database.rows(`SELECT FROM watcher.digests WHERE sha256 = decode($1, 'hex')`, [sha256('A')]),
    ).toHaveLength(1);
  });

  test('in its time only, is no revision; the new time is remembered', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await utimes(folder.path('a.md'), new Date(0), new Date(0));
    await folder.settle();
    await folder.settle();
    expect(await folder.log('A')).toEqual(['a.md 1 A']);
    const seen = await database.database.rows<{ seen: string }>(
      'SELECT seen FROM watcher.placements WHERE source = $1',
      [folder.source],
    );
    expect(seen).toEqual([{ seen: expect.stringMatching(/^\d+:\d+:1:0:\d+$/) }]);
  });

  test('is noticed though its size and its time were put back', async () => {
    const noon = new Date('2025-03-04T12:00:00Z');
    await writeFile(folder.path('a.md'), 'A');
    await utimes(folder.path('a.md'), noon, noon);
    await folder.settle();
    const written = await stat(folder.path('a.md'));
    // The clock of a file system may stand still for some milliseconds; then nothing could tell.
    await waitFor(async () => {
      await writeFile(folder.path('a.md'), 'B');
      await utimes(folder.path('a.md'), noon, noon);
      return (await stat(folder.path('a.md'))).ctimeMs !== written.ctimeMs;
    });
    await folder.settle();
    expect(await folder.log('A', 'B')).toEqual(['a.md 1 A', 'a.md 2 B']);
  });

  test('twice within the tick of a coarse clock is noticed: what was read too soon is read again', async () => {
    await folder.write('a.md', 'A', { fresh: true });
    await folder.settle();
    // What comes of a second write that leaves the stat as it was: the file holds A, and we think that it holds B.
    await database.database.run(
      `INSERT INTO watcher.digests (sha256, size, bytes) VALUES (decode($1, 'hex'), 1, 'B') ON CONFLICT DO NOTHING`,
      [sha256('B')],
    );
    await database.database.run(
      `UPDATE watcher.placements SET sha256 = decode($2, 'hex'), size = 1 WHERE source = $1`,
      [folder.source, sha256('B')],
    );
    folder.clock.advance(2000);
    await folder.round();
    expect(await folder.log('A')).toEqual(['a.md 1 A', 'a.md 2 A']);
    await folder.settle();
    expect(await folder.announced()).toHaveLength(2);
  });

  test('by replacement with another file is noticed though size and time are equal', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    const { mtime } = await stat(folder.path('a.md'));
    await writeFile(folder.path('b.txt'), 'B');
    await utimes(folder.path('b.txt'), mtime, mtime);
    await rename(folder.path('b.txt'), folder.path('a.md'));
    await folder.settle();
    expect(await folder.log('A', 'B')).toEqual(['a.md 1 A', 'a.md 2 B']);
  });
});

describe('a file that goes', () => {
  test('is a revision without a digest, once its absence was seen twice', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.delete('a.md');
    await folder.round();
    folder.clock.advance(999);
    await folder.round();
    expect(await folder.live()).toEqual(['a.md']);
    folder.clock.advance(1);
    await folder.round();
    expect(await folder.log('A')).toEqual(['a.md 1 A', 'a.md 2 nothing']);
    expect(folder.taken.at(-1)).toEqual({ source: folder.source, path: 'a.md', sha256: null, size: 0, revision: 2 });
    await folder.settle();
    expect(await folder.announced()).toHaveLength(2);
  });

  test('and is back in time was never gone', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.delete('a.md');
    await folder.round();
    folder.clock.advance(999);
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.settle();
    expect(await folder.log('A')).toEqual(['a.md 1 A']);
  });

  test('and is created again goes on counting', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.delete('a.md');
    await folder.settle();
    await folder.write('a.md', 'A');
    await folder.settle();
    expect(await folder.log('A')).toEqual(['a.md 1 A', 'a.md 2 nothing', 'a.md 3 A']);
  });

  test('by another name is first filled there and then emptied here; its bytes are stored once', async () => {
    await folder.write('old.md', 'A');
    await folder.settle();
    await folder.move('old.md', 'new.md');
    await folder.settle();
    expect(await folder.log('A')).toEqual(['old.md 1 A', 'new.md 1 A', 'old.md 2 nothing']);
  });

  test('because a folder took its place is gone', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.delete('a.md');
    await folder.write('a.md/b.md', 'B');
    await folder.settle();
    expect(await folder.log('A', 'B')).toEqual(['a.md 1 A', 'a.md/b.md 1 B', 'a.md 2 nothing']);
  });
});

describe('after a restart', () => {
  test('nothing is announced again, and nothing read that has not changed', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    // If it were read, this would come to light.
    await database.database.run(`UPDATE watcher.placements SET size = 99 WHERE source = $1`, [folder.source]);
    await folder.restart();
    await folder.settle();
    await folder.settle();
    expect(await folder.log('A')).toEqual(['a.md 1 A']);
    expect(
      await database.database.rows('SELECT size FROM watcher.placements WHERE source = $1', [folder.source]),
    ).toEqual([{ size: 99 }]);
  });

  test('what happened meanwhile is found', async () => {
    for (const name of ['kept', 'changed', 'gone']) await folder.write(`${name}.md`, name);
    await folder.settle();
    await folder.write('changed.md', 'changed again');
    await folder.delete('gone.md');
    await folder.write('new.md', 'new');
    await folder.restart();
    await folder.settle();
    expect((await folder.log('kept', 'changed', 'gone', 'changed again', 'new')).slice(3)).toEqual([
      'changed.md 2 changed again',
      'new.md 1 new',
      'gone.md 2 nothing',
    ]);
  });
});

describe('another rule for paths', () => {
  test('states day and section anew, without the files, and only where they are others', async () => {
    await folder.write('20250304/AI.md', 'A');
    await folder.write('x/2025-03-05.md', 'B');
    await folder.write('2025-03-06.md', 'same');
    await folder.write('gone.md', 'C');
    await folder.settle();
    await folder.delete('gone.md');
    await folder.settle();
    await folder.move('20250304', '.hidden');
    const before = (await folder.announced()).length;
    await folder.restart({ paths: ['{date:YYYYDDMM}/{category}.md', '{topic}/{date}.md', '{date}.md'] });
    const said = { sha256: expect.any(String), size: 1, revision: 2 };
    expect((await folder.announced()).slice(before)).toEqual([
      { ...said, path: '20250304/AI.md', date: '2025-04-03', category: 'AI', topic: null },
      { ...said, path: 'x/2025-03-05.md', date: '2025-03-05', category: null, topic: 'x' },
    ]);
    const rows = await folder.database.rows(
      `SELECT path, date::text, category, topic, revision FROM watcher.placement_view
       WHERE source = $1 AND live ORDER BY path`,
      [folder.source],
    );
    expect(rows).toEqual([
      { path: '2025-03-06.md', date: '2025-03-06', category: null, topic: null, revision: 1 },
      { path: '20250304/AI.md', date: '2025-04-03', category: 'AI', topic: null, revision: 2 },
      { path: 'x/2025-03-05.md', date: '2025-03-05', category: null, topic: 'x', revision: 2 },
    ]);
    await folder.restart();
    expect((await folder.announced()).slice(-2)).toMatchObject([
      { path: '20250304/AI.md', date: '2025-03-04', category: null, revision: 3 },
      { path: 'x/2025-03-05.md', topic: null, revision: 3 },
    ]);
  });

  test('states sections that a release before them did not state, and only those that nobody could know', async () => {
    await folder.write('4-Mar-2025/AI/README.md', 'A');
    await folder.write('2025-03-05/Agents.md', 'B');
    await folder.settle();
    const paths = ['{date}/{category}/README.md', '{date}/{topic}.md'];
    await folder.restart({ paths });
    await folder.database.run('UPDATE watcher.placements SET section_announced = false WHERE source = $1', [
      folder.source,
    ]);
    const before = (await folder.announced()).length;
    await folder.restart({ paths });
    await folder.restart({ paths });
    expect((await folder.announced()).slice(before)).toMatchObject([
      { path: '2025-03-05/Agents.md', category: null, topic: 'Agents', revision: 3 },
    ]);
  });
});
