import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@diglot/domain';
import { TOPICS } from '@diglot/contracts';
import type { Failpoint } from '@diglot/pipeline';
import {
  type SpawnedNode,
  spawnNode,
  type TemporaryFolder,
  type TestDatabase,
  temporaryFolder,
  waitFor,
} from '@diglot/testing';
import { watcherDatabase } from './watched-folder.fixture.ts';
import type { WatchingProcess } from './watching-process.fixture.ts';

const PROCESS = new URL('watching-process.fixture.ts', import.meta.url);

let database: TestDatabase;
let folder: TemporaryFolder;
let running: SpawnedNode[] = [];

beforeEach(async () => {
  database = await watcherDatabase();
  folder = await temporaryFolder('chaos');
});
afterEach(async () => {
  for (const process of running) await process.kill();
  running = [];
  await folder.remove();
  await database.drop();
});

function watch(
  settings: Omit<WatchingProcess, 'url' | 'sources'> & { policy?: 'keep' | 'move' | 'delete' },
): SpawnedNode {
  const { policy = 'keep', ...rest } = settings;
  const sources = [{ root: folder.path, name: 'digests', policy }];
  const child = spawnNode(PROCESS, { args: [JSON.stringify({ ...rest, url: database.url, sources })] });
  running.push(child);
  return child;
}

/** More than one transaction takes, with one file of several chunks. */
const FILES: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 230 }, (_, number) => [`${number}.md`, `content ${number}`] as const),
  ['large.md', 'x'.repeat(5 * 1024 * 1024)] as const,
]);

async function writeAll(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, content] of files) await writeFile(join(folder.path, name), content);
}

/** Everything that was announced, as `path revision sha256`, and whether the bytes of all of it are stored. */
async function announced(): Promise<string[]> {
  const rows = await database.database.rows<{ payload: Buffer; revision: string }>(
    `SELECT payload, headers ->> 'ce_revision' AS revision FROM pipeline.outbox`,
  );
  return rows
    .map(({ payload, revision }) => {
      const { path, sha256: hash } = JSON.parse(payload.toString()) as { path: string; sha256: string };
      return `${path} ${revision} ${hash}`;
    })
    .toSorted();
}

async function expectStored(): Promise<void> {
  const broken = await database.database.rows(
    `SELECT path FROM watcher.placements LEFT JOIN watcher.digests USING (sha256)
     WHERE digests.sha256 IS NULL OR sha256(bytes) <> digests.sha256`,
  );
  expect(broken).toEqual([]);
}

const once = (files: ReadonlyMap<string, string>): string[] =>
  [...files].map(([path, content]) => `${path} 1 ${sha256(content)}`).toSorted();

const KILLS: readonly (readonly [Failpoint, number])[] = [
  ['watcher.hashing', 1],
  ['watcher.hashing', 150],
  ['watcher.before-commit', 1],
  ['watcher.before-commit', 2],
  ['watcher.after-commit', 1],
  ['watcher.after-commit', 3],
];

test.each(KILLS)('killed at %s, pass %i: every content is stored and announced exactly once', async (point, pass) => {
  await writeAll(FILES);
  const killed = watch({ failpoint: `${point}:${pass}` });
  expect(await killed.exited).toMatchObject({ signal: 'SIGKILL' });
  await expectStored();
  await watch({}).waitForOutput(/idle leading/);
  expect(await announced()).toEqual(once(FILES));
  await expectStored();
});

test('killed again and again, while the file changes: every content is one revision, in order', async () => {
  const versions = ['A', 'B', 'A', 'C'];
  const points: readonly Failpoint[] = ['watcher.before-commit', 'watcher.after-commit'];
  for (const [index, version] of versions.entries()) {
    await writeAll(new Map([['a.md', version]]));
    const killed = watch({ failpoint: `${points[index % 2]}:1` });
    expect(await killed.exited).toMatchObject({ signal: 'SIGKILL' });
  }
  await watch({}).waitForOutput(/idle leading/);
  // The first and the third were killed before they were committed; so B and C are all that was ever taken.
  expect(await announced()).toEqual([`a.md 1 ${sha256('B')}`, `a.md 2 ${sha256('C')}`]);
});

test.each([
  ['move', 1],
  ['move', 100],
  ['delete', 1],
  ['delete', 100],
] as const)(
  'killed while it carries out %s, pass %i: no file is lost, none stays, none is announced twice',
  async (policy, pass) => {
    // A reader that has passed everything there will ever be.
    await database.database.run(
      `INSERT INTO pipeline.cursor (reader, topic, txid) VALUES ('reader', $1, '9223372036854775807')`,
      [TOPICS.digestDiscovered],
    );
    await writeAll(FILES);
    const killed = watch({ policy, failpoint: `watcher.cleaning-up:${pass}` });
    expect(await killed.exited).toMatchObject({ signal: 'SIGKILL' });
    expect(await announced()).toEqual(once(FILES));
    await expectStored();
    watch({ policy });
    const done = join(folder.path, '.diglot-done');
    const names = policy === 'move' ? [...FILES.keys()].toSorted() : [];
    // The last one is aside for a moment, under another name.
    await waitFor(async () => {
      expect(await readdir(folder.path)).toEqual(['.diglot-done']);
      expect((await readdir(done)).toSorted()).toEqual(names);
      return true;
    });
    for (const name of names) expect(await readFile(join(done, name), 'utf8')).toBe(FILES.get(name));
    expect(await announced()).toEqual(once(FILES));
  },
);

test.each(['watcher.hashing', 'watcher.before-commit', 'watcher.after-commit'] as const)(
  'stopped at %s for so long that another took over: when it wakes it changes nothing',
  async (point) => {
    await writeAll(FILES);
    const stopped = watch({ failpoint: `${point}:1:SIGSTOP`, options: { silence: 500 } });
    await waitFor(async () => (await readFile(`/proc/${stopped.pid}/stat`, 'utf8')).split(') ')[1]?.startsWith('T'), {
      timeout: 120_000,
    });
    // It may be silent for as long as a machine holds it up, or the one that wakes would lead again.
    const successor = watch({});
    await successor.waitForOutput(/idle leading/);
    expect(await announced()).toEqual(once(FILES));
    stopped.signal('SIGCONT');
    await stopped.waitForOutput(/idle standby/);
    expect(await announced()).toEqual(once(FILES));
    await expectStored();
  },
);
