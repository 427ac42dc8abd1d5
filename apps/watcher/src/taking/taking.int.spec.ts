import { decodeRecord, type Headers } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import type { TestDatabase } from '@diglot/testing';
import { watcherDatabase, WatchedFolder } from '../watched-folder.fixture.ts';

let database: TestDatabase;
let folder: WatchedFolder;

beforeAll(async () => void (database = await watcherDatabase()));
afterAll(async () => await database.drop());
beforeEach(async () => void (folder = await WatchedFolder.create(database.database)));
afterEach(async () => await folder.remove());

const TEXT = '# 一个标题\n\nwritten for this test\n';

test('a file that rests is stored and announced once', async () => {
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

test('what is announced keeps the contract, and its bytes are stored as they are', async () => {
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
