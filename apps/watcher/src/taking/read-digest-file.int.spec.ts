import { execFileSync } from 'node:child_process';
import { appendFile, chmod, lstat, mkdir, open, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

test('a file that is written to while it is read is not taken', async () => {
  const seen = await write('a.md', Buffer.alloc(32 * 1024 * 1024, 'a'));
  const reading = readDigestFile(root, 'a.md', seen);
  await appendFile(join(root, 'a.md'), 'b');
  expect((await reading).kind).toBe('changed');
});

test('a file that is written over while it is read, and keeps its size, is not taken', async () => {
  await write('a.md', Buffer.alloc(48 * 1024 * 1024, 'a'));
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await utimes(join(root, 'a.md'), anHourAgo, anHourAgo);
  const handle = await open(join(root, 'a.md'), 'r+');
  const reading = readDigestFile(root, 'a.md', await see('a.md'));
  // So many calls that reading has begun, and far fewer than its 48 chunks need.
  for (let call = 0; call < 10; call += 1) await handle.stat();
  await handle.write('b', 40 * 1024 * 1024);
  expect((await reading).kind).toBe('changed');
  await handle.close();
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
