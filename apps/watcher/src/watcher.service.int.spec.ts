import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { TOPICS } from '@diglot/contracts';
import { type Bus, RuntimeModule } from '@diglot/pipeline';
import { type Database, openDatabase, silentLogger } from '@diglot/platform';
import {
  placeFile,
  TcpFaultProxy,
  type TemporaryFolder,
  type TestDatabase,
  temporaryFolder,
  waitFor,
} from '@diglot/testing';
import type { PlacementTaken } from './placements/change.ts';
import type { SourceDefinition } from './sources/source-definition.ts';
import { NO_BUS } from './no-bus.fixture.ts';
import { watcherDatabase } from './watched-folder.fixture.ts';
import { WatcherModule } from './watcher.module.ts';
import { WatcherService } from './watcher.service.ts';
import type { WatcherOptions } from './watcher-options.ts';

interface Watching {
  readonly watcher: WatcherService;
  readonly taken: PlacementTaken[];
  readonly close: () => Promise<void>;
}

/** So long that no test would pass if it waited for it. */
const FOR_EVER = 2 ** 30;
const QUICK: Partial<WatcherOptions> = { stable: 50, scan: 100, retry: 50 };

let database: TestDatabase;
let folder: TemporaryFolder;
let open: Watching[];

beforeEach(async () => {
  database = await watcherDatabase();
  folder = await temporaryFolder('watcher');
  open = [];
});
afterEach(async () => {
  for (const { close } of open) await close();
  await database.drop();
  await folder.remove();
});

const file = (...names: string[]): string => join(folder.path, ...names);

/** A watcher as an application has it; it has begun to watch if there are sources. */
async function watch(
  sources: readonly SourceDefinition[] | null,
  {
    options = {},
    on = database.database,
    bus = NO_BUS,
  }: { options?: Partial<WatcherOptions>; on?: Database; bus?: Bus } = {},
): Promise<Watching> {
  const module = await Test.createTestingModule({
    imports: [
      RuntimeModule.of({ database: on, bus, logger: silentLogger }),
      WatcherModule.of({ ...QUICK, ...options }),
    ],
  }).compile();
  const watcher = module.get(WatcherService);
  const taken: PlacementTaken[] = [];
  watcher.onTaken((each) => taken.push(each));
  const watching = { watcher, taken, close: () => module.close() };
  open.push(watching);
  if (sources) await watcher.start(sources);
  return watching;
}

const announcedPaths = async (): Promise<string[]> => {
  const rows = await database.database.rows<{ path: string }>(
    `SELECT split_part(key, E'\\n', 2) AS path FROM pipeline.outbox ORDER BY txid, id`,
  );
  return rows.map(({ path }) => path);
};

test('it takes what lies in a folder and what comes later, and says so', async () => {
  await placeFile(file('before.md'), 'before');
  const woken: string[] = [];
  const bus = { ...NO_BUS, wake: (topics: Iterable<string>) => void woken.push(...topics) };
  const { watcher, taken, close } = await watch([{ root: folder.path, name: 'digests' }], { bus });
  expect(watcher.isIdle()).toBe(false);
  await waitFor(() => watcher.isIdle());
  expect(taken).toHaveLength(1);
  expect(woken).toEqual([TOPICS.digestDiscovered]);
  expect(watcher.status()).toEqual([
    {
      name: 'digests',
      location: folder.path,
      state: 'leading',
      seen: 1,
      waiting: 0,
      problems: 0,
      lastScanAt: expect.any(Date),
      initialScanDone: true,
    },
  ]);
  await mkdir(file('later'));
  await placeFile(file('later', 'after.md'), 'after');
  await waitFor(() => taken.length === 2);
  await rm(file('before.md'));
  await waitFor(() => taken.length === 3);
  expect(taken.map(({ path, revision, size }) => ({ path, revision, size }))).toEqual([
    { path: 'before.md', revision: 1, size: 6 },
    { path: 'later/after.md', revision: 1, size: 5 },
    { path: 'before.md', revision: 2, size: 0 },
  ]);
  await close();
  expect(watcher.status()).toEqual([]);
});

test('events of the file system shorten the wait for the next scan', async () => {
  const { watcher, taken } = await watch([{ root: folder.path }], { options: { scan: FOR_EVER } });
  await waitFor(() => watcher.isIdle());
  await placeFile(file('a.md'), 'a');
  // Told of what is taken, and then idle, for the file had to rest before.
  await waitFor(() => taken.length === 1 && watcher.isIdle());
  expect(watcher.status()).toMatchObject([{ seen: 1, waiting: 0 }]);
});

test('without events, scanNow scans, and has an answer when that scan is done', async () => {
  const options = { scan: FOR_EVER, events: false, stable: 0 };
  const { watcher, taken } = await watch([{ root: folder.path }], { options });
  await waitFor(() => watcher.isIdle());
  await placeFile(file('a.md'), 'a');
  await watcher.scanNow();
  // A file that need not rest is taken by the scan that sees it first.
  expect(taken).toMatchObject([{ path: 'a.md' }]);
});

test('it is idle only when all that the first scan saw is taken, or a problem', async () => {
  await placeFile(file('good.md'), 'good');
  await symlink('/etc/hostname', file('outside.md'));
  const { watcher, taken } = await watch([{ root: folder.path }, { root: `${folder.path}-nothing-here` }]);
  await waitFor(() => watcher.isIdle());
  expect(taken).toHaveLength(1);
  expect(watcher.status()).toMatchObject([
    { state: 'leading', seen: 1, problems: 1, initialScanDone: true },
    { state: 'missing', initialScanDone: false, problems: 1 },
  ]);
});

test('a folder that comes later is watched from then on', async () => {
  const { watcher, taken } = await watch([{ root: file('later') }]);
  await waitFor(() => watcher.status()[0]?.state === 'missing');
  await mkdir(file('draft'));
  await placeFile(file('draft', 'a.md'), 'a');
  await rename(file('draft'), file('later'));
  await waitFor(() => taken.length === 1);
  expect(watcher.status()).toMatchObject([{ state: 'leading', problems: 0 }]);
});

test('one of two watchers leads; the other stands by, and takes over without a second announcement', async () => {
  await placeFile(file('a.md'), 'a');
  const sources = [{ root: folder.path }];
  const first = await watch(sources);
  await waitFor(() => first.watcher.isIdle());
  const other = await openDatabase({ url: database.url, applicationName: 'second' });
  const second = await watch(sources, { on: other });
  await waitFor(() => second.watcher.isIdle());
  expect(second.watcher.status()).toMatchObject([{ state: 'standby', seen: 0, lastScanAt: null }]);
  await second.watcher.scanNow();
  await first.close();
  await placeFile(file('b.md'), 'b');
  await waitFor(() => second.taken.length === 1);
  expect(second.watcher.status()).toMatchObject([{ state: 'leading', seen: 2 }]);
  expect(await announcedPaths()).toEqual(['a.md', 'b.md']);
  await second.close();
  await other.close();
});

test('without its database it waits, marks nothing, and goes on', async () => {
  const address = new URL(database.url);
  const proxy = await TcpFaultProxy.start(Number(address.port));
  address.port = String(proxy.port);
  const distant = await openDatabase({ url: address.href, applicationName: 'distant' });
  const { watcher, taken, close } = await watch([{ root: folder.path }], { on: distant });
  await waitFor(() => watcher.isIdle());
  await proxy.refuse();
  await placeFile(file('a.md'), 'a');
  await waitFor(() => !watcher.isIdle() && watcher.status()[0]?.state === 'standby');
  expect(taken).toEqual([]);
  await proxy.restore();
  await waitFor(() => taken.length === 1 && watcher.isIdle());
  expect(watcher.status()).toMatchObject([{ state: 'leading', waiting: 0, problems: 0 }]);
  expect(await announcedPaths()).toEqual(['a.md']);
  await close();
  await distant.close();
  await proxy.close();
});

test('started without its database, it waits for it', async () => {
  const address = new URL(database.url);
  const proxy = await TcpFaultProxy.start(Number(address.port));
  address.port = String(proxy.port);
  const distant = await openDatabase({ url: address.href, applicationName: 'distant' });
  await proxy.refuse();
  const { watcher, close } = await watch(null, { on: distant });
  await placeFile(file('a.md'), 'a');
  const started = watcher.start([{ root: folder.path }]);
  await proxy.restore();
  await started;
  await waitFor(() => watcher.status()[0]?.initialScanDone === true);
  expect(await announcedPaths()).toEqual(['a.md']);
  await close();
  await distant.close();
  await proxy.close();
});

test('stopped while it waits for its database, it ends', async () => {
  const address = new URL(database.url);
  const proxy = await TcpFaultProxy.start(Number(address.port));
  address.port = String(proxy.port);
  const distant = await openDatabase({ url: address.href, applicationName: 'distant' });
  await proxy.refuse();
  const { watcher, close } = await watch(null, { on: distant });
  const started = watcher.start([{ root: folder.path }]);
  await watcher.stop();
  await started;
  expect(watcher.status()).toEqual([]);
  await close();
  await distant.close();
  await proxy.close();
});

test('how far a round is can be seen while it is under way', async () => {
  for (let number = 0; number < 250; number += 1) await placeFile(file(`${number}.md`), `${number}`);
  const { watcher } = await watch(null);
  const progress: (readonly [number, number])[] = [];
  watcher.onTaken(() => {
    const [status] = watcher.status();
    if (status) progress.push([status.seen, status.waiting]);
  });
  await watcher.start([{ root: folder.path }]);
  await waitFor(() => watcher.isIdle());
  expect(progress[0]).toEqual([250, 250]);
  expect(progress.at(-1)).toEqual([250, 50]);
  expect(watcher.status()).toMatchObject([{ seen: 250, waiting: 0 }]);
});

test('a listener that fails harms nobody', async () => {
  await placeFile(file('a.md'), 'a');
  await placeFile(file('b.md'), 'b');
  const { watcher, taken } = await watch(null);
  const stop = watcher.onTaken(() => {
    throw new Error('a listener');
  });
  await watcher.start([{ root: folder.path }]);
  await waitFor(() => watcher.isIdle());
  expect(taken).toHaveLength(2);
  stop();
});

test('it can be stopped at once, twice, and before it began', async () => {
  for (let number = 0; number < 200; number += 1) await placeFile(file(`${number}.md`), `${number}`);
  const { watcher, taken } = await watch(null);
  await watcher.stop();
  await watcher.start([{ root: folder.path }]);
  await waitFor(() => taken.length > 0);
  const scan = watcher.scanNow();
  await Promise.all([watcher.stop(), watcher.stop()]);
  await scan;
  const stored = taken.length;
  expect(await announcedPaths()).toHaveLength(stored);
  await watcher.start([{ root: folder.path }]);
  await waitFor(() => watcher.isIdle());
  expect(await announcedPaths()).toHaveLength(200);
});

test('sources that contradict each other are refused', async () => {
  const start = watch([
    { root: file('a'), name: 'x' },
    { root: file('b'), name: 'x' },
  ]);
  await expect(start).rejects.toMatchObject({ code: 'DIGLOT_CONFIG_INVALID' });
});
