import { existsSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from '../wait-for.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a folder is new, open to others, and gone once it is removed', async () => {
  const [one, two] = [await temporaryFolder('a'), await temporaryFolder('a')];
  expect(one.path).not.toBe(two.path);
  expect((await stat(one.path)).mode & 0o777).toBe(0o755);
  for (const { path, remove } of [one, two]) {
    await remove();
    expect(existsSync(path)).toBe(false);
  }
});

test('folders of killed processes are swept, those of living ones are not', async () => {
  const mine = await temporaryFolder('b');
  // No system gives this number to a process.
  const left = join(tmpdir(), 'diglot-test-2147483647-b-x');
  // At once with all that it holds: tests of other files sweep, too.
  await mkdir(join(mine.path, 'left', 'deep'), { recursive: true });
  await rename(join(mine.path, 'left'), left);
  await (await temporaryFolder('b')).remove();
  // One that sweeps the same at this moment may be the one that ends it.
  await waitFor(() => !existsSync(left));
  expect(existsSync(mine.path)).toBe(true);
  await mine.remove();
});
