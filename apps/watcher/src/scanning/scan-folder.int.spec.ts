import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { leaveOut, type TemporaryFolder, temporaryFolder } from '@diglot/testing';
import { withoutRights } from '../watched-folder.fixture.ts';
import { scanFolder } from './scan-folder.ts';
import { selection, type SelectionRules } from './selection.ts';

const onLinux =
  process.platform === 'linux' || !leaveOut('file names of any bytes: this file system does not take them')
    ? describe
    : describe.skip;

let outer: TemporaryFolder;
let root: string;

beforeEach(async () => {
  outer = await temporaryFolder('scan');
  await chmod(outer.path, 0o755);
  root = join(outer.path, 'root');
  await mkdir(root);
});
afterEach(async () => await outer.remove());

async function touch(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), 'x');
  }
}

/** The files that a scan sees, and its problems. */
async function look(rules: SelectionRules = {}) {
  const scan = await scanFolder(root, selection(rules), new AbortController().signal);
  if (scan.kind === 'missing') throw new Error(scan.problem.detail);
  const problems = Object.fromEntries(scan.problems.map(({ path, code }) => [path, code]));
  return { files: [...scan.files.keys()].toSorted(), problems, folders: scan.folders.toSorted(), empty: scan.empty };
}

describe('which files', () => {
  test('those that end in .md, in any case, however deep', async () => {
    await touch('a.md', 'B.MD', 'x/y/z/c.Md', 'd.markdown', 'e.txt', 'md', 'f.md.bak');
    expect(await look()).toEqual({
      files: ['B.MD', 'a.md', 'x/y/z/c.Md'],
      problems: {},
      folders: ['', 'x', 'x/y', 'x/y/z'],
      empty: false,
    });
  });

  test('nothing hidden, unfinished or of a package', async () => {
    await touch('.a.md', '.git/b.md', 'node_modules/c.md', 'd.md.tmp', 'e.md.part', 'f.md~', 'g.tmp/h.md');
    await touch('.diglot-done/i.md');
    expect(await look()).toMatchObject({ files: [], problems: {}, folders: [''] });
  });

  test('those that the globs of the source name, to the depth that it names', async () => {
    await touch('digests/a.jsonl', 'other/a.jsonl', 'digests/a.md', 'digests/x/b.jsonl', 'digests/old/c.jsonl');
    const include = ['digests/**/*.jsonl'];
    expect(await look({ include, ignore: ['**/old'] })).toMatchObject({
      files: ['digests/a.jsonl', 'digests/x/b.jsonl'],
      folders: ['', 'digests', 'digests/x', 'other'],
    });
    expect(await look({ include, depth: 1 })).toMatchObject({
      files: ['digests/a.jsonl'],
      folders: ['', 'digests', 'other'],
    });
  });

  test('a folder is no digest, whatever its name', async () => {
    await touch('a.md/b.md');
    expect((await look()).files).toEqual(['a.md/b.md']);
  });

  test('many files of one folder', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${index}.md`);
    await touch(...names);
    expect((await look()).files).toEqual(names.toSorted());
  });

  test('an empty folder is seen to be empty, one with something else is not', async () => {
    expect((await look()).empty).toBe(true);
    await touch('.keep');
    expect((await look()).empty).toBe(false);
  });
});

describe('what is no file', () => {
  test('FIFOs and sockets are skipped and hold up nothing', async () => {
    execFileSync('mkfifo', [join(root, 'fifo.md')]);
    const server: Server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, 'socket.md'), resolve));
    await symlink('fifo.md', join(root, 'link.md'));
    await touch('a.md');
    expect(await look()).toMatchObject({ files: ['a.md'], problems: {} });
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('symbolic links', () => {
  test('one to a file of the root is read', async () => {
    await touch('real/a.md');
    await symlink('real/a.md', join(root, 'latest.md'));
    await symlink('latest.md', join(root, 'newest.md'));
    expect(await look()).toMatchObject({ files: ['latest.md', 'newest.md', 'real/a.md'], problems: {} });
  });

  test('one to a folder of the root is not followed: nothing counts twice, and no loop is entered', async () => {
    await touch('real/a.md');
    await symlink('real', join(root, 'copy'));
    await symlink('..', join(root, 'real', 'up'));
    await symlink(root, join(root, 'self'));
    expect(await look()).toMatchObject({ files: ['real/a.md'], problems: {}, folders: ['', 'real'] });
  });

  test('one that leads out of the root is a problem, to a file or a folder', async () => {
    await mkdir(join(outer.path, 'root-twin'));
    await writeFile(join(outer.path, 'secret.md'), 'secret');
    await symlink('../secret.md', join(root, 'a.md'));
    await symlink('/etc', join(root, 'etc'));
    await symlink('../root-twin', join(root, 'twin'));
    await symlink('../secret.md', join(root, 'not-ours.txt'));
    expect(await look()).toMatchObject({
      files: [],
      problems: {
        'a.md': 'DIGLOT_PATH_OUTSIDE_ROOT',
        etc: 'DIGLOT_PATH_OUTSIDE_ROOT',
        twin: 'DIGLOT_PATH_OUTSIDE_ROOT',
      },
    });
  });

  test('one that leads nowhere, or to itself, cannot be read', async () => {
    await symlink('nothing', join(root, 'a.md'));
    await symlink('b.md', join(root, 'b.md'));
    await symlink('nothing', join(root, 'folder'));
    expect(await look()).toMatchObject({
      files: [],
      problems: { 'a.md': 'DIGLOT_FILE_UNREADABLE', 'b.md': 'DIGLOT_FILE_UNREADABLE' },
    });
  });
});

onLinux('file names', () => {
  test('names that differ only in case or in Unicode form are different', async () => {
    await touch('a.md', 'A.md', '\u00E9.md', 'e\u0301.md');
    expect((await look()).files).toHaveLength(4);
  });

  test('names that can stand in no key are problems, of files and of folders', async () => {
    await writeFile(join(root, 'line\nfeed.md'), 'x');
    await writeFile(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff]), Buffer.from('.md')]), 'x');
    await mkdir(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xfe])]));
    await writeFile(join(root, 'not\nours.txt'), 'x');
    expect(await look()).toMatchObject({
      files: [],
      problems: {
        [String.raw`line\x0afeed.md`]: 'DIGLOT_PATH_UNUSABLE',
        [String.raw`\xff.md`]: 'DIGLOT_PATH_UNUSABLE',
        [String.raw`\xfe`]: 'DIGLOT_PATH_UNUSABLE',
      },
    });
  });
});

describe('what cannot be looked at', () => {
  test('a path too long for a key is a problem of the folder above it', async () => {
    const long = Array.from({ length: 9 }, (_, index) => String(index).repeat(219)).join('/');
    await touch('a.md', `${long}/b.md`, `${long}/${'c'.repeat(30)}.md`);
    expect(await look()).toMatchObject({
      files: [`${long}/b.md`, 'a.md'],
      problems: { [long]: 'DIGLOT_PATH_UNUSABLE' },
    });
  });

  test('a folder that may not be listed, or not be entered, is a problem, and the rest is seen', async () => {
    await touch('closed/a.md', 'listed/b.md', 'open/c.md');
    await chmod(join(root, 'closed'), 0o000);
    await chmod(join(root, 'listed'), 0o444);
    const seen = await withoutRights(() => look());
    expect(seen).toMatchObject({
      files: ['open/c.md'],
      problems: { closed: 'DIGLOT_FILE_UNREADABLE', 'listed/b.md': 'DIGLOT_FILE_UNREADABLE' },
    });
    await chmod(join(root, 'closed'), 0o755);
    await chmod(join(root, 'listed'), 0o755);
  });

  test.each([
    ['is not there', async () => await rm(root, { recursive: true }), 'ENOENT: no such file or directory'],
    [
      'is a file',
      async () => {
        await rm(root, { recursive: true });
        await writeFile(root, 'x');
      },
      'ENOTDIR: not a directory',
    ],
    ['may not be listed', async () => await chmod(root, 0o000), 'EACCES: permission denied'],
  ])('a root that %s is missing', async (_, prepare, detail) => {
    await prepare();
    const scan = await withoutRights(() => scanFolder(root, selection(), new AbortController().signal));
    expect(scan).toEqual({ kind: 'missing', problem: { path: '', code: 'DIGLOT_SOURCE_MISSING', detail } });
  });

  test('a scan that is stopped says so, and not that the folder is away', async () => {
    await touch('a.md');
    const scan = scanFolder(root, selection(), AbortSignal.abort(new Error('stopped')));
    await expect(scan).rejects.toThrow('stopped');
  });
});
