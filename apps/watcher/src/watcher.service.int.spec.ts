import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { RuntimeModule } from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';
import { type TemporaryFolder, type TestDatabase, temporaryFolder, waitFor } from '@diglot/testing';
import type { PlacementTaken } from './placements/change.ts';
import { NO_BUS } from './no-bus.fixture.ts';
import { watcherDatabase } from './watched-folder.fixture.ts';
import { WatcherModule } from './watcher.module.ts';
import { WatcherService } from './watcher.service.ts';
import type { WatcherOptions } from './watcher-options.ts';

let database: TestDatabase;
let folder: TemporaryFolder;

beforeEach(async () => {
  database = await watcherDatabase();
  folder = await temporaryFolder('watcher');
});
afterEach(async () => {
  await database.drop();
  await folder.remove();
});

const QUICK: Partial<WatcherOptions> = { stable: 50, scan: 200, retry: 50 };

async function createWatcher(options = QUICK): Promise<{ watcher: WatcherService; close: () => Promise<void> }> {
  const module = await Test.createTestingModule({
    imports: [
      RuntimeModule.of({ database: database.database, bus: NO_BUS, logger: silentLogger }),
      WatcherModule.of(options),
    ],
  }).compile();
  return { watcher: module.get(WatcherService), close: () => module.close() };
}

test('it takes what lies in a folder and what comes later, and says so', async () => {
  await writeFile(join(folder.path, 'before.md'), 'before');
  const { watcher, close } = await createWatcher();
  const taken: PlacementTaken[] = [];
  watcher.onTaken((each) => taken.push(each));
  await watcher.start([{ root: folder.path, name: 'digests' }]);
  expect(watcher.isIdle()).toBe(false);
  await waitFor(() => watcher.isIdle());
  expect(taken).toHaveLength(1);
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
  await mkdir(join(folder.path, 'later'));
  await writeFile(join(folder.path, 'later', 'after.md'), 'after');
  await waitFor(() => taken.length === 2);
  await rm(join(folder.path, 'before.md'));
  await waitFor(() => taken.length === 3);
  expect(taken.map(({ path, revision, size }) => ({ path, revision, size }))).toEqual([
    { path: 'before.md', revision: 1, size: 6 },
    { path: 'later/after.md', revision: 1, size: 5 },
    { path: 'before.md', revision: 2, size: 0 },
  ]);
  await close();
  expect(watcher.status()).toEqual([]);
});
