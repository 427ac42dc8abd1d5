import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@diglot/domain';
import { temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import { findFiles } from './find-files.ts';

const FILES = ['day/batch-1-0.md', 'day/batch-1-1.md'];
let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder('chaos-files');
  for (const path of ['day', '.diglot-done/day']) await mkdir(join(folder.path, path), { recursive: true });
});
afterEach(() => folder.remove());

const put = (path: string, text: string) => writeFile(join(folder.path, path), text);
const find = () => findFiles(folder.path, FILES);

it('finds what still lies there, and hashes what was moved away', async () => {
  await put('day/batch-1-0.md', 'a');
  await put('.diglot-done/day/batch-1-1.md', 'b');
  await put('.diglot-done/day/batch-10-1.md', 'of another batch');
  expect(await find()).toEqual({ unmoved: 1, vanished: 0, moved: [sha256('b')] });
});

it('finds what a killed watcher has left aside', async () => {
  await put('.diglot-done/day/batch-1-0.md.5b0e', 'a');
  await put('.diglot-done/day/batch-1-1.md', 'b');
  expect(await find()).toEqual({ unmoved: 0, vanished: 0, moved: [sha256('a'), sha256('b')] });
});

it('misses a file that is nowhere', async () => {
  await put('day/batch-1-0.md', 'a');
  expect(await find()).toEqual({ unmoved: 1, vanished: 1, moved: [] });
});
