import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  await mkdir(join(left, 'deep'), { recursive: true });
  await (await temporaryFolder('b')).remove();
  expect([existsSync(left), existsSync(mine.path)]).toEqual([false, true]);
  await mine.remove();
});
