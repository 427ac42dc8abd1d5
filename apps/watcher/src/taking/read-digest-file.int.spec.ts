import { execFileSync } from 'node:child_process';
import {
  appendFile,
  chmod,
  lstat,
  mkdir,
  open,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { sha256 } from '@diglot/domain';
import { type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { toFileStat } from '../scanning/file-stat.ts';
import type { SeenFile } from '../scanning/scan.ts';
import { withoutRights } from '../watched-folder.fixture.ts';
import { readDigestFile } from './read-digest-file.ts';

let outer: TemporaryFolder;
let root: string;

beforeEach(async () => {
  outer = await temporaryFolder('read');
  await chmod(outer.path, 0o755);
  root = join(outer.path, 'root');
  await mkdir(root);
});
afterEach(async () => await outer.remove());

async function see(path: string): Promise<SeenFile> {
  return { stat: toFileStat(await lstat(join(root, path), { bigint: true })), linkTo: null };
}

async function write(path: string, content: string | Uint8Array): Promise<SeenFile> {
  await writeFile(join(root, path), content);
  return await see(path);
}

test.each([
  ['nothing', 0],
  ['one byte', 1],
  ['a chunk less one', 1024 * 1024 - 1],
  ['a chunk', 1024 * 1024],
  ['several chunks and some', 3 * 1024 * 1024 + 7],
])('a file of %s is read whole', async (_, size) => {
  const bytes = Buffer.from(Uint8Array.from({ length: size }, (__, index) => (index * 31) % 251));
  const seen = await write('a.md', bytes);
  const reading = await readDigestFile(root, 'a.md', seen);
  expect(reading).toMatchObject({ kind: 'read', sha256: sha256(bytes), stat: seen.stat });
  expect(reading.kind === 'read' && reading.bytes.equals(bytes)).toBe(true);
});

describe('a file of several chunks that is written to after the first of them was read', () => {
  let handle: FileHandle;
  let seen: SeenFile;
  beforeEach(async () => {
    await write('a.md', Buffer.alloc(4 * 1024 * 1024, 'a'));
    const anHourAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(root, 'a.md'), anHourAgo, anHourAgo);
    seen = await see('a.md');
    handle = await open(join(root, 'a.md'), 'r+');
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await handle.close();
  });

  /** Before the second read of whoever reads. */
  function beforeSecondRead(work: () => Promise<unknown>): void {
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    const read = Reflect.get(prototype, 'read') as (...given: unknown[]) => ReturnType<FileHandle['read']>;
    let reads = 0;
    jest.spyOn(prototype, 'read').mockImplementation(async function (this: FileHandle, ...given: unknown[]) {
      reads += 1;
      if (reads === 2) await work();
      return await Reflect.apply(read, this, given);
    } as FileHandle['read']);
  }

  test('is not taken when it grew', async () => {
    beforeSecondRead(() => appendFile(join(root, 'a.md'), 'b'));
    expect((await readDigestFile(root, 'a.md', seen)).kind).toBe('changed');
  });

  test.each([0, 3 * 1024 * 1024])('is not taken when it kept its size and changed at %i', async (at) => {
    beforeSecondRead(() => handle.write('b', at));
    expect((await readDigestFile(root, 'a.md', seen)).kind).toBe('changed');
  });
});

describe('a file that is not the one that was seen', () => {
  test('because it was written to', async () => {
    const seen = await write('a.md', 'a');
    await appendFile(join(root, 'a.md'), 'b');
    expect(await readDigestFile(root, 'a.md', seen)).toEqual({ kind: 'changed' });
  });

  test('because another was put in its place', async () => {
    const seen = await write('a.md', 'a');
    await write('b.md', 'b');
    await rename(join(root, 'b.md'), join(root, 'a.md'));
    expect(await readDigestFile(root, 'a.md', seen)).toEqual({ kind: 'changed' });
  });

  test('because it is gone, or a folder now', async () => {
    const seen = await write('a.md', 'a');
    await rm(join(root, 'a.md'));
    expect(await readDigestFile(root, 'a.md', seen)).toEqual({ kind: 'changed' });
    await mkdir(join(root, 'a.md'));
    expect(await readDigestFile(root, 'a.md', seen)).toEqual({ kind: 'changed' });
  });

  test('because it is a FIFO now; nobody waits for its writer', async () => {
    const seen = await write('a.md', 'a');
    await rm(join(root, 'a.md'));
    execFileSync('mkfifo', [join(root, 'a.md')]);
    expect(await readDigestFile(root, 'a.md', seen)).toEqual({ kind: 'changed' });
  });

  test('because it is a link now', async () => {
    const seen = await write('a.md', 'a');
    await rename(join(root, 'a.md'), join(outer.path, 'a.md'));
    await symlink('../a.md', join(root, 'a.md'));
    expect(await readDigestFile(root, 'a.md', seen)).toEqual({ kind: 'changed' });
  });
});

test('a folder that became a link out of the root since the scan leads nobody there', async () => {
  await mkdir(join(root, 'folder'));
  const seen = await write('folder/a.md', 'a');
  await rename(join(root, 'folder'), join(outer.path, 'folder'));
  await symlink('../folder', join(root, 'folder'));
  expect(await readDigestFile(root, 'folder/a.md', seen)).toMatchObject({
    kind: 'problem',
    problem: { path: 'folder/a.md', code: 'DIGLOT_PATH_OUTSIDE_ROOT' },
  });
});

test('a file without permission is a problem, which names no absolute path', async () => {
  const seen = await write('a.md', 'a');
  await chmod(join(root, 'a.md'), 0o000);
  expect(await withoutRights(() => readDigestFile(root, 'a.md', seen))).toEqual({
    kind: 'problem',
    problem: { path: 'a.md', code: 'DIGLOT_FILE_UNREADABLE', detail: 'EACCES: permission denied' },
  });
});
