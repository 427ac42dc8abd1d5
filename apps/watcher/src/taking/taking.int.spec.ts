import { appendFile, link, rename, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { decodeRecord, type Headers } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import type { TestDatabase } from '@diglot/testing';
import { watcherDatabase, WatchedFolder } from '../watched-folder.fixture.ts';
import { DIGEST_LIMIT } from '../watcher-options.ts';

let database: TestDatabase;
let folder: WatchedFolder;

beforeAll(async () => void (database = await watcherDatabase()));
afterAll(async () => await database.drop());
beforeEach(async () => void (folder = await WatchedFolder.create(database.database)));
afterEach(async () => await folder.remove());

const TEXT = '# 一个标题\n\nwritten for this test\n';

/** What was announced, as `path revision content`, the contents named by their hashes. */
async function log(...contents: readonly string[]): Promise<string[]> {
  const names = new Map(contents.map((content) => [sha256(content) as string, content]));
  const announced = await folder.announced();
  return announced.map(({ path, revision, sha256: hash }) => {
    return `${path} ${revision} ${hash === null ? 'nothing' : (names.get(hash) ?? hash)}`;
  });
}

describe('a file that rests', () => {
  test('is stored and announced once', async () => {
    await folder.write('4-Mar-2025/topic/CV.md', TEXT);
    await folder.round();
    expect(await folder.announced()).toEqual([]);
    folder.clock.advance(1000);
    await folder.round();
    const announced = {
      path: '4-Mar-2025/topic/CV.md',
      sha256: sha256(TEXT),
      size: Buffer.byteLength(TEXT),
      date: '2025-03-04',
      revision: 1,
    };
    expect(await folder.announced()).toEqual([announced]);
    const { date: _, ...taken } = announced;
    expect(folder.taken).toEqual([{ source: folder.source, ...taken }]);
    await folder.settle();
    expect(await folder.announced()).toHaveLength(1);
  });

  test('is announced as the contract says, and its bytes are stored as they are', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
    await folder.write('any.md', bytes);
    await folder.settle();
    const [row] = await database.database.rows<{ topic: string; key: string; headers: Headers; payload: Buffer }>(
      `SELECT topic, key, headers, payload FROM pipeline.outbox WHERE key = $1`,
      [`${folder.source}\nany.md`],
    );
    const decoded = row && decodeRecord({ ...row, value: row.payload });
    expect(decoded).toMatchObject({ ok: true, event: { type: 'digest.discovered', revision: 1 } });
    const [stored] = await database.database.rows<{ bytes: Buffer }>(
      `SELECT bytes FROM watcher.digests WHERE sha256 = decode($1, 'hex')`,
      [sha256(bytes)],
    );
    expect(stored?.bytes.equals(bytes)).toBe(true);
  });

  test('may be empty', async () => {
    await folder.write('empty.md', '');
    await folder.settle();
    expect(await folder.announced()).toMatchObject([{ sha256: sha256(''), size: 0, revision: 1 }]);
  });

  test('of today is not kept waiting by those of the past', async () => {
    for (const day of ['3-Mar-2024', '14-May-2025', '1-Jan-2025']) await folder.write(`${day}/a.md`, day);
    await folder.write('undated.md', 'undated');
    await folder.settle();
    const paths = folder.taken.map(({ path }) => path);
    expect(paths).toEqual(['14-May-2025/a.md', '1-Jan-2025/a.md', '3-Mar-2024/a.md', 'undated.md']);
  });

  test('is taken with many others, in several transactions', async () => {
    const large = 'x'.repeat(3 * 1024 * 1024);
    for (const name of ['a', 'b', 'c']) await folder.write(`${name}.md`, name + large);
    for (let number = 0; number < 250; number += 1) await folder.write(`small/${number}.md`, `${number}`);
    const round = await folder.settle();
    expect(round).toMatchObject({ seen: 253, waiting: [], problems: 0 });
    expect(new Set((await folder.announced()).map(({ path }) => path)).size).toBe(253);
    const [{ transactions } = { transactions: 0 }] = await database.database.rows<{ transactions: number }>(
      `SELECT count(DISTINCT txid)::int AS transactions FROM pipeline.outbox WHERE starts_with(key, $1 || E'\\n')`,
      [folder.source],
    );
    expect(transactions).toBeGreaterThan(1);
  });
});

describe('a file that does not rest', () => {
  test('is not taken, and shown as a problem after a while, until it rests', async () => {
    await folder.write('a.md', 'a');
    for (let second = 0; second < 30; second += 1) {
      await folder.round();
      await appendFile(folder.path('a.md'), 'a');
      folder.clock.advance(999);
    }
    expect(await folder.round()).toMatchObject({ waiting: ['a.md'], problems: 0 });
    folder.clock.advance(500);
    expect(await folder.round()).toMatchObject({ waiting: [], problems: 1 });
    expect(await folder.problems()).toEqual({ 'a.md': 'DIGLOT_FILE_UNSTABLE' });
    expect(await folder.announced()).toEqual([]);
    folder.clock.advance(500);
    expect(await folder.round()).toMatchObject({ waiting: [], problems: 0 });
    expect(await folder.problems()).toEqual({});
    expect(await log('a'.repeat(31))).toEqual([`a.md 1 ${'a'.repeat(31)}`]);
  });

  test('is not taken in a half, however its writer pauses below the time of rest', async () => {
    await folder.write('a.md', 'first half');
    await folder.round();
    folder.clock.advance(900);
    await folder.round();
    await folder.write('a.md', 'first half, second half');
    folder.clock.advance(100);
    await folder.round();
    expect(await folder.announced()).toEqual([]);
    folder.clock.advance(1000);
    await folder.round();
    expect(await log('first half, second half')).toEqual(['a.md 1 first half, second half']);
  });
});

describe('a file that changes', () => {
  test('is the next revision of its placement, forth and back', async () => {
    for (const content of ['A', 'BB', 'A']) {
      await folder.write('a.md', content);
      await folder.settle();
    }
    expect(await log('A', 'BB')).toEqual(['a.md 1 A', 'a.md 2 BB', 'a.md 3 A']);
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
    expect(await log('A')).toEqual(['a.md 1 A']);
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
    await writeFile(folder.path('a.md'), 'B');
    await utimes(folder.path('a.md'), noon, noon);
    await folder.settle();
    expect(await log('A', 'B')).toEqual(['a.md 1 A', 'a.md 2 B']);
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
    expect(await log('A')).toEqual(['a.md 1 A', 'a.md 2 A']);
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
    expect(await log('A', 'B')).toEqual(['a.md 1 A', 'a.md 2 B']);
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
    expect(await log('A')).toEqual(['a.md 1 A', 'a.md 2 nothing']);
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
    expect(await log('A')).toEqual(['a.md 1 A']);
  });

  test('and is created again goes on counting', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.delete('a.md');
    await folder.settle();
    await folder.write('a.md', 'A');
    await folder.settle();
    expect(await log('A')).toEqual(['a.md 1 A', 'a.md 2 nothing', 'a.md 3 A']);
  });

  test('by another name is first filled there and then emptied here; its bytes are stored once', async () => {
    await folder.write('old.md', 'A');
    await folder.settle();
    await folder.move('old.md', 'new.md');
    await folder.settle();
    expect(await log('A')).toEqual(['old.md 1 A', 'new.md 1 A', 'old.md 2 nothing']);
  });

  test('because a folder took its place is gone', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await folder.delete('a.md');
    await folder.write('a.md/b.md', 'B');
    await folder.settle();
    expect(await log('A', 'B')).toEqual(['a.md 1 A', 'a.md/b.md 1 B', 'a.md 2 nothing']);
  });
});

test('hard links, and names that differ in case, are placements of their own with one digest', async () => {
  await folder.write('a.md', 'same');
  await link(folder.path('a.md'), folder.path('A.md'));
  await folder.settle();
  await folder.settle();
  expect(await log('same')).toEqual(['A.md 1 same', 'a.md 1 same']);
  expect(await database.database.rows(`SELECT FROM watcher.digests WHERE bytes = 'same'`)).toHaveLength(1);
});

describe('the limit', () => {
  test('a file above it is a problem at once; it stays, and what was there before stays live', async () => {
    await folder.write('a.md', 'A');
    await folder.settle();
    await truncate(folder.path('a.md'), DIGEST_LIMIT + 1);
    await folder.write('b.md', 'B');
    expect(await folder.round()).toMatchObject({ waiting: ['b.md'], problems: 1 });
    expect(await folder.problems()).toEqual({ 'a.md': 'DIGLOT_DIGEST_TOO_LARGE' });
    await folder.settle();
    expect(await folder.live()).toEqual(['a.md', 'b.md']);
    await truncate(folder.path('a.md'), 1);
    await folder.settle();
    expect(await folder.problems()).toEqual({});
  });

  test('a file of exactly the limit is stored', async () => {
    await folder.write('a.md', '');
    await truncate(folder.path('a.md'), DIGEST_LIMIT);
    await folder.settle();
    expect(await folder.announced()).toMatchObject([{ size: DIGEST_LIMIT }]);
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
    expect(await log('A')).toEqual(['a.md 1 A']);
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
    expect((await log('kept', 'changed', 'gone', 'changed again', 'new')).slice(3)).toEqual([
      'changed.md 2 changed again',
      'new.md 1 new',
      'gone.md 2 nothing',
    ]);
  });
});

test('a file that the database refuses is a problem, and holds up no other', async () => {
  await folder.write('a.md', 'A');
  await folder.write('b.md', 'B');
  await folder.write('c.md', 'C');
  await folder.restart();
  // An announcement that is there already, as after a part of the database was restored.
  await folder.settle();
  await database.database.run(
    `UPDATE watcher.placements SET revision = 0, sha256 = NULL, size = NULL, seen = NULL
    WHERE source = $1 AND path = 'b.md'`,
    [folder.source],
  );
  await folder.write('a.md', 'AA');
  await folder.write('c.md', 'CC');
  await folder.restart();
  await folder.settle();
  expect((await log('AA', 'CC')).slice(3)).toEqual(['a.md 2 AA', 'c.md 2 CC']);
  expect(await folder.problems()).toEqual({ 'b.md': 'DIGLOT_POSTGRES_REFUSED_DATA' });
});
