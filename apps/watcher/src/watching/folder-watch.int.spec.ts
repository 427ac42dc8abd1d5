import { watch as nodeWatch } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { silentLogger } from '@diglot/platform';
import { type TemporaryFolder, temporaryFolder, waitFor } from '@diglot/testing';
import { FolderWatch } from './folder-watch.ts';

let folder: TemporaryFolder;
let watch: FolderWatch;
let rings = 0;

beforeEach(async () => {
  folder = await temporaryFolder('watch');
  await mkdir(join(folder.path, 'sub'));
  rings = 0;
  watch = new FolderWatch(folder.path, () => (rings += 1), silentLogger);
});
afterEach(async () => {
  watch.close();
  await folder.remove();
});

const file = (...names: string[]): string => join(folder.path, ...names);

test('it rings for what is written, renamed and removed in the folders that it follows', async () => {
  watch.follow(['', 'sub']);
  for (const happen of [
    () => writeFile(file('a.md'), 'x'),
    () => writeFile(file('sub', 'b.md'), 'x'),
    () => rename(file('sub', 'b.md'), file('sub', 'c.md')),
    () => rm(file('sub', 'c.md')),
  ]) {
    const before = rings;
    await happen();
    await waitFor(() => rings > before);
    expect(rings).toBeGreaterThan(before);
  }
});

/** Resolves once the system has told of a file of this name. */
async function untilTold(name: string, write: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const system = nodeWatch(folder.path, (_, told) => {
      if (told !== name) return;
      system.close();
      resolve();
    });
    write().catch(reject);
  });
}

test('it does not ring for what no scan would look at, nor once it is closed', async () => {
  watch.follow(['']);
  await untilTold('.hidden', async () => {
    await writeFile(file('a.md.tmp'), 'x');
    await writeFile(file('.hidden'), 'x');
  });
  expect(rings).toBe(0);
  watch.close();
  await untilTold('a.md', () => writeFile(file('a.md'), 'x'));
  expect(rings).toBe(0);
});

test('it follows no folder any more that a scan does not list', async () => {
  watch.follow(['', 'sub']);
  watch.follow(['sub']);
  await untilTold('a.md', () => writeFile(file('a.md'), 'x'));
  expect(rings).toBe(0);
});

test('a folder that cannot be watched is left to the scans', async () => {
  const follow = () => watch.follow(['', 'nothing', 'sub']);
  expect(follow).not.toThrow();
  await writeFile(file('sub', 'a.md'), 'x');
  await waitFor(() => rings > 0);
});
