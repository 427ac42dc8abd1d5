import { randomBytes } from 'node:crypto';
import { appendFile, link, truncate } from 'node:fs/promises';
import { decodeRecord, type Headers } from '@diglot/contracts';
import { DIGEST_LIMIT, sha256 } from '@diglot/domain';
import type { TestDatabase } from '@diglot/testing';
import { watcherDatabase, WatchedFolder } from '../watched-folder.fixture.ts';

let database: TestDatabase;
let folder: WatchedFolder;

beforeAll(async () => void (database = await watcherDatabase()));
afterAll(async () => await database.drop());
beforeEach(async () => void (folder = await WatchedFolder.create(database.database)));
afterEach(async () => await folder.remove());

const TEXT = '# 一个标题\n\nwritten for this test\n';

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
      category: null,
      topic: null,
      revision: 1,
    };
    expect(await folder.announced()).toEqual([announced]);
    const { path, sha256: hash, size, revision } = announced;
    expect(folder.taken).toEqual([{ source: folder.source, path, sha256: hash, size, revision }]);
    await folder.settle();
    expect(await folder.announced()).toHaveLength(1);
  });

  test('keeps its source from being told as looked through until it is taken', async () => {
    const told = async (): Promise<unknown> => {
      const rows = await database.database.rows<{ scannedAt: Date; untaken: number }>(
        `SELECT scanned_at AS "scannedAt", untaken FROM watcher.source_view WHERE name = $1`,
        [folder.source],
      );
      return rows.map(({ scannedAt, untaken }) => [scannedAt.getTime(), untaken]);
    };
    await folder.write('a.md', TEXT);
    const first = folder.clock.wall();
    await folder.round();
    expect(await told()).toEqual([[first, 1]]);
    folder.clock.advance(1_000);
    await folder.round();
    expect(await told()).toEqual([[first + 1_000, 0]]);
    folder.clock.advance(1_000);
    await folder.round();
    expect(await told()).toEqual([[first + 1_000, 0]]);
    folder.clock.advance(5_000);
    await folder.round();
    expect(await told()).toEqual([[first + 7_000, 0]]);
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
    expect(await folder.log('a'.repeat(31))).toEqual([`a.md 1 ${'a'.repeat(31)}`]);
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
    expect(await folder.log('first half, second half')).toEqual(['a.md 1 first half, second half']);
  });
});

test('the longest path fits into the keys, with the longest name of a source', async () => {
  await folder.remove();
  folder = await WatchedFolder.create(database.database, { name: '源'.repeat(200) });
  // Of characters that do not compress.
  const part = (): string => randomBytes(120).toString('hex');
  const path = `${Array.from({ length: 8 }, part).join('/')}/${'a'.repeat(69)}.md`;
  expect(Buffer.byteLength(path)).toBe(2000);
  await folder.write(path, 'A');
  await folder.settle();
  expect(await folder.live()).toEqual([path]);
  expect(await folder.problems()).toEqual({});
});

test('hard links, and names that differ in case, are placements of their own with one digest', async () => {
  await folder.write('a.md', 'same');
  await link(folder.path('a.md'), folder.path('A.md'));
  await folder.settle();
  await folder.settle();
  expect(await folder.log('same')).toEqual(['A.md 1 same', 'a.md 1 same']);
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
  expect((await folder.log('AA', 'CC')).slice(3)).toEqual(['a.md 2 AA', 'c.md 2 CC']);
  expect(await folder.problems()).toEqual({ 'b.md': 'DIGLOT_POSTGRES_REFUSED_DATA' });
});
