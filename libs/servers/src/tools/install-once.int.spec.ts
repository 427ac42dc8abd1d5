import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { installOnce } from './install-once.ts';

let cache: TemporaryFolder;
beforeEach(async () => void (cache = await temporaryFolder('cache')));
afterEach(async () => await cache.remove());

const write = (text: string) => async (folder: string) => await writeFile(join(folder, 'program'), text);

test('a folder that is there is not filled again', async () => {
  const first = await installOnce(cache.path, 'tool-1', write('first'));
  expect(await installOnce(cache.path, 'tool-1', write('second'))).toBe(first);
  expect(await readFile(join(first, 'program'), 'utf8')).toBe('first');
});

test('of two that fill it at once one wins, and nothing is left of the other', async () => {
  const both = await Promise.all(['a', 'b'].map(async (text) => await installOnce(cache.path, 'tool-1', write(text))));
  expect(new Set(both).size).toBe(1);
  expect(await readFile(join(both[0]!, 'program'), 'utf8')).toMatch(/^[ab]$/);
  expect(await readdir(cache.path)).toEqual(['tool-1']);
});

test('what fails half-way leaves nothing', async () => {
  const fails = installOnce(cache.path, 'tool-1', async (folder) => {
    await write('half')(folder);
    throw new Error('the line is cut');
  });
  await expect(fails).rejects.toThrow('the line is cut');
  expect(await readdir(cache.path)).toEqual([]);
});
