import { decodeRecord } from '@diglot/contracts';
import { pipelineMigrations } from '@diglot/pipeline';
import { silentLogger, type Database } from '@diglot/platform';
import { testDatabase, type TestDatabase } from '@diglot/testing';
import { watcherMigrations } from '../migrations/watcher-migrations.ts';
import { NO_BUS } from '../no-bus.fixture.ts';
import { DEFAULT_OPTIONS } from '../watcher-options.ts';
import { ReplayService } from './replay.service.ts';

/** More than one transaction announces. */
const PLACEMENTS = 1100;

let test_: TestDatabase;
let database: Database;
beforeAll(async () => {
  test_ = await testDatabase({ migrations: [...pipelineMigrations, ...watcherMigrations] });
  ({ database } = test_);
  await database.run(`INSERT INTO watcher.sources (name, location) VALUES ('lab', '/lab'), ('old', '/old')`);
  await database.run(`INSERT INTO watcher.digests (sha256, size, bytes) VALUES (sha256('x'), 1, 'x')`);
  await database.run(
    `INSERT INTO watcher.placements (source, path, revision, sha256, size, date)
     SELECT 'lab', 'p' || n || '.md', 3, sha256('x'), 1, '2025-03-04' FROM generate_series(1, $1) AS n`,
    [PLACEMENTS],
  );
  await database.run(
    `INSERT INTO watcher.placements (source, path, revision, sha256, size, date) VALUES
     ('lab', 'earlier.md', 1, sha256('x'), 1, '2025-03-03'), ('lab', 'undated.md', 1, sha256('x'), 1, NULL),
     ('lab', 'gone.md', 2, NULL, NULL, '2025-03-04'), ('old', 'other.md', 1, sha256('x'), 1, '2025-03-04')`,
  );
});
afterAll(() => test_.drop());
beforeEach(() => database.run('TRUNCATE pipeline.outbox, watcher.replays'));

const service = (of = database): ReplayService => new ReplayService(of, NO_BUS, silentLogger, DEFAULT_OPTIONS);

async function request(source: string | null = 'lab'): Promise<string> {
  const [row] = await database.rows<{ id: string }>(
    `SELECT watcher.request_replay('2025-03-04', $1, 'ada', 'a newer parser') AS id`,
    [source],
  );
  return row?.id ?? '';
}
const progress = (): Promise<object[]> =>
  database.rows('SELECT announced, remaining, finished_at IS NOT NULL AS finished FROM watcher.replay_view');
async function announced(): Promise<number> {
  const [row] = await database.rows<{ count: number }>('SELECT count(*)::int AS count FROM pipeline.outbox_view');
  return row?.count ?? 0;
}

it('announces what is dated from the day on, in steps, and then is done', async () => {
  const id = await request();
  const replay = service();
  const steps: number[] = [];
  expect(await progress()).toEqual([{ announced: 0, remaining: PLACEMENTS, finished: false }]);
  while (await replay.step()) steps.push(await announced());
  expect(steps).toEqual([500, 1000, 1100, 1100]);
  expect(await progress()).toEqual([{ announced: PLACEMENTS, remaining: 0, finished: true }]);
  const [row] = await database.rows<{ key: string; headers: Record<string, string>; payload: Buffer }>(
    'SELECT key, headers, payload FROM pipeline.outbox_view ORDER BY id LIMIT 1',
  );
  const decoded = decodeRecord({ topic: 'arxiv.digest.discovered.v1', value: row?.payload ?? null, ...row! });
  expect(decoded).toMatchObject({ ok: true, event: { revision: 3, replayId: id, data: { source: 'lab', size: 1 } } });
});

it('of all sources takes every source', async () => {
  await request(null);
  const replay = service();
  while (await replay.step());
  expect(await progress()).toEqual([{ announced: PLACEMENTS + 1, remaining: 0, finished: true }]);
});

it('of many watchers at once announces every placement once', async () => {
  await request();
  const work = async (replay: ReplayService): Promise<void> => {
    while ((await progress()).some((row) => 'finished' in row && row.finished === false)) await replay.step();
  };
  await Promise.all([service(), service(), service()].map(work));
  expect(await announced()).toBe(PLACEMENTS);
});

it('a step that cannot commit leaves nothing, and the next one goes on where it was', async () => {
  await request();
  const replay = service();
  await replay.step();
  const failing = Object.create(database) as Database;
  failing.transaction = (work) =>
    database.transaction(async (tx) => {
      await work(tx);
      throw new Error('the connection is lost');
    });
  await expect(service(failing).step()).rejects.toThrow('the connection is lost');
  expect(await progress()).toEqual([{ announced: 500, remaining: PLACEMENTS - 500, finished: false }]);
  while (await replay.step());
  expect(await announced()).toBe(PLACEMENTS);
});

it('tells what is left of it, also of what came or went meanwhile', async () => {
  await request(null);
  const replay = service();
  await replay.step();
  expect(await progress()).toEqual([{ announced: 500, remaining: PLACEMENTS + 1 - 500, finished: false }]);
  // It has passed the first and will meet the second; the third it will not meet any more.
  await database.run(
    `INSERT INTO watcher.placements (source, path, revision, sha256, size, date) VALUES
     ('lab', 'a.md', 1, sha256('x'), 1, '2025-03-04'), ('old', 'z.md', 1, sha256('x'), 1, '2025-03-04')`,
  );
  await database.run(`UPDATE watcher.placements SET sha256 = NULL, size = NULL WHERE path = 'other.md'`);
  try {
    expect(await progress()).toEqual([{ announced: 500, remaining: PLACEMENTS + 1 - 500, finished: false }]);
    while (await replay.step());
    expect(await progress()).toEqual([{ announced: PLACEMENTS + 1, remaining: 0, finished: true }]);
  } finally {
    await database.run(`DELETE FROM watcher.placements WHERE path IN ('a.md', 'z.md')`);
    await database.run(`UPDATE watcher.placements SET sha256 = sha256('x'), size = 1 WHERE path = 'other.md'`);
  }
});

it('two replays of the same placements are two repetitions', async () => {
  await request();
  await request();
  const replay = service();
  while (await replay.step());
  expect(await announced()).toBe(2 * PLACEMENTS);
});
