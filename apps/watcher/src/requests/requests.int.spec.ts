import { writeFile } from 'node:fs/promises';
import { sha256 } from '@diglot/domain';
import { silentLogger } from '@diglot/platform';
import { type TemporaryFolder, type TestDatabase, temporaryFolder, waitFor } from '@diglot/testing';
import { NO_BUS } from '../no-bus.fixture.ts';
import type { PlacementTaken } from '../placements/change.ts';
import type { SourceDefinition } from '../sources/source-definition.ts';
import { watcherDatabase } from '../watched-folder.fixture.ts';
import { DEFAULT_OPTIONS } from '../watcher-options.ts';
import { WatcherService } from '../watcher.service.ts';

let database: TestDatabase;
let folder: TemporaryFolder;
let watchers: WatcherService[];
let taken: PlacementTaken[];

beforeEach(async () => {
  database = await watcherDatabase();
  folder = await temporaryFolder('requests');
  watchers = [];
  taken = [];
});
afterEach(async () => {
  for (const each of watchers) await each.stop();
  await folder.remove();
  await database.drop();
});

async function start(...definitions: SourceDefinition[]): Promise<WatcherService> {
  const options = { ...DEFAULT_OPTIONS, stable: 20, scan: 50, requests: 20, retry: 20 };
  const watcher = new WatcherService(database.database, NO_BUS, silentLogger, options);
  watcher.onTaken((each) => taken.push(each));
  watchers.push(watcher);
  await watcher.start(definitions);
  return watcher;
}

async function upload(source: string, path: string, content: string): Promise<string> {
  const bytes = Buffer.from(content);
  const [row] = await database.database.rows<{ outcome: string }>(
    'SELECT watcher.request_upload($1, $2, $3) AS outcome',
    [source, path, bytes],
  );
  return row?.outcome ?? '';
}

async function forget(source: string): Promise<unknown> {
  const [row] = await database.database.rows('SELECT * FROM watcher.request_forget($1)', [source]);
  return row;
}

async function log(): Promise<string[]> {
  const rows = await database.database.rows<{ payload: Buffer; revision: string }>(
    `SELECT payload, headers ->> 'ce_revision' AS revision FROM pipeline.outbox ORDER BY txid, id`,
  );
  return rows.map(({ payload, revision }) => {
    const { source, path, sha256: hash } = JSON.parse(payload.toString()) as Record<string, string | null>;
    return `${source}/${path} ${revision} ${hash?.slice(0, 6) ?? 'nothing'}`;
  });
}

const short = (content: string): string => sha256(content).slice(0, 6);
const settled = async (): Promise<void> => {
  await waitFor(async () => (await database.database.rows('SELECT FROM watcher.request_view')).length === 0);
};

test('what is handed over becomes a placement, with the day that its path says', async () => {
  expect(await upload('mine', '4-Mar-2025/AI/README.md', 'A')).toBe('new');
  await start();
  await settled();
  expect(await log()).toEqual([`mine/4-Mar-2025/AI/README.md 1 ${short('A')}`]);
  const rows = await database.database.rows('SELECT path, date::text, category, live FROM watcher.placement_view');
  expect(rows).toEqual([{ path: '4-Mar-2025/AI/README.md', date: '2025-03-04', category: 'AI', live: true }]);
  // Told after the commit that others see.
  await waitFor(() => taken.length > 0);
  expect(taken).toEqual([
    { source: 'mine', path: '4-Mar-2025/AI/README.md', sha256: sha256('A'), size: 1, revision: 1 },
  ]);
});

test('what their paths say is configured too, and stated anew when it is configured otherwise', async () => {
  const stated = async () => {
    await settled();
    return await database.database.rows(
      'SELECT path, date::text, category, topic, revision FROM watcher.placement_view ORDER BY path',
    );
  };
  const uploads = (...paths: string[]): SourceDefinition => ({ kind: 'uploads', name: 'mine', paths });
  await upload('mine', 'day-04.03.2025/Agents.md', 'A');
  await upload('other', '4-Mar-2025/AI/README.md', 'B');
  const first = await start(uploads('day-{date:DD.MM.YYYY}/{topic}.md'));
  const agents = { path: 'day-04.03.2025/Agents.md', date: '2025-03-04', category: null, topic: 'Agents' };
  const other = { path: '4-Mar-2025/AI/README.md', date: '2025-03-04', category: 'AI', topic: null, revision: 1 };
  expect(await stated()).toEqual([other, { ...agents, revision: 1 }]);
  await first.stop();

  const second = await start(uploads('day-{date:DD.MM.YYYY}/{category}.md'));
  const asCategory = { ...agents, category: 'Agents', topic: null, revision: 2 };
  await waitFor(async () => (await log()).length === 3);
  expect(await stated()).toEqual([other, asCategory]);
  await second.stop();

  // Who only carries out requests knows of no rules, and leaves what is stated.
  const options = { ...DEFAULT_OPTIONS, requests: 20, retry: 20 };
  const helper = new WatcherService(database.database, NO_BUS, silentLogger, options);
  watchers.push(helper);
  helper.takeRequests();
  await upload('other', 'x.md', 'C');
  await waitFor(async () => (await log()).length === 4);
  expect(await stated()).toContainEqual(asCategory);
  await helper.stop();

  await start();
  await waitFor(async () => (await log()).length === 5);
  expect(await stated()).toContainEqual({ ...agents, date: null, topic: null, revision: 3 });
});

test('the same content again is nothing, also before it is a placement', async () => {
  expect(await upload('mine', 'a.md', 'A')).toBe('new');
  expect(await upload('mine', 'a.md', 'A')).toBe('unchanged');
  await start();
  await settled();
  expect(await upload('mine', 'a.md', 'A')).toBe('unchanged');
  expect(await log()).toHaveLength(1);
});

test('contents of one place are revisions in the order in which they came, none of them lost', async () => {
  const outcomes = [];
  for (const content of ['A', 'B', 'A', 'C']) outcomes.push(await upload('mine', 'a.md', content));
  expect(outcomes).toEqual(['new', 'changed', 'changed', 'changed']);
  await start();
  await start();
  await settled();
  expect(await log()).toEqual(['A', 'B', 'A', 'C'].map((text, index) => `mine/a.md ${index + 1} ${short(text)}`));
});

test('a source that the watcher fills itself takes no uploads and is not forgotten', async () => {
  await start({ root: folder.path, name: 'watched' });
  expect(await upload('watched', 'a.md', 'A')).toBe('configured');
  expect(await forget('watched')).toEqual({ outcome: 'configured', digests: 0 });
});

test('what is configured no more stays, until somebody asks to forget it', async () => {
  for (const name of ['a.md', 'b.md']) await writeFile(`${folder.path}/${name}`, name);
  const watcher = await start({ root: folder.path, name: 'old' });
  await waitFor(() => taken.length === 2);
  await watcher.stop();
  await start();
  const configured = 'SELECT name, configured FROM watcher.source_view';
  expect(await database.database.rows(configured)).toEqual([{ name: 'old', configured: false }]);
  expect(await log()).toHaveLength(2);
  expect(await forget('old')).toEqual({ outcome: 'asked', digests: 2 });
  await settled();
  expect((await log()).slice(2)).toEqual(['old/a.md 2 nothing', 'old/b.md 2 nothing']);
  expect(await forget('old')).toEqual({ outcome: 'asked', digests: 0 });
});

test('a source that is configured again is not forgotten, and finds its files again', async () => {
  await writeFile(`${folder.path}/a.md`, 'A');
  const definition = { root: folder.path, name: 'old' };
  await (await start(definition)).stop();
  await (await start()).stop();
  await forget('old');
  await start(definition);
  await settled();
  await waitFor(async () => (await log()).length > 0);
  expect((await log()).at(-1)).toContain(short('A'));
});

test('uploads can be forgotten, and given anew', async () => {
  await start();
  await upload('mine', 'a.md', 'A');
  await settled();
  await forget('mine');
  await settled();
  expect(await upload('mine', 'a.md', 'A')).toBe('new');
  await settled();
  expect(await log()).toEqual([`mine/a.md 1 ${short('A')}`, 'mine/a.md 2 nothing', `mine/a.md 3 ${short('A')}`]);
});

test('nobody is unknown', async () => {
  expect(await forget('nobody')).toEqual({ outcome: 'unknown', digests: 0 });
});

test('an upload that cannot be stored is kept as a problem, and holds up nobody', async () => {
  await upload('mine', 'a.md', 'A');
  await upload('mine', 'b.md', 'B');
  // As if the bytes had been damaged.
  await database.database.run(
    `ALTER TABLE watcher.digests ADD CONSTRAINT refuses_a CHECK (bytes <> convert_to('A', 'UTF8')); `,
  );
  await start();
  await settled();
  expect(await log()).toEqual([`mine/b.md 1 ${short('B')}`]);
  const problems = await database.database.rows('SELECT path, code FROM watcher.problem_view');
  expect(problems).toEqual([{ path: 'a.md', code: 'DIGLOT_POSTGRES_REFUSED_DATA' }]);
  expect(await database.database.rows('SELECT path FROM watcher.uploads')).toEqual([{ path: 'a.md' }]);
});

test('thousands are taken in batches', async () => {
  await database.database.run(
    `SELECT watcher.request_upload('many', number || '.md', convert_to('content ' || number, 'UTF8')) FROM generate_series(1, 1000) AS number`,
  );
  await start();
  await settled();
  await waitFor(() => taken.length >= 1000);
  expect(taken).toHaveLength(1000);
});
