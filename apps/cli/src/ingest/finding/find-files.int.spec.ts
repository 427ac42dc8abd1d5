import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import { findFiles, type FoundFiles } from './find-files.ts';

let outer: TemporaryFolder;
let root: string;

beforeEach(async () => {
  outer = await temporaryFolder('find-files');
  root = join(outer.path, 'root');
  await mkdir(root);
  // Who has no rights must come to the folder itself.
  await chmod(outer.path, 0o755);
});
afterEach(() => outer.remove());

async function write(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), '');
  }
}

const names = ({ files }: FoundFiles): string[] => files.map(({ path }) => path);

/** Each left out, as `code name: reason`. */
const told = (errors: FoundFiles['skipped']): string[] =>
  errors.map(({ message }) => message.replace(`${root}/`, '').replace(/ENOENT.*/, 'ENOENT')).toSorted();

/** As a user without rights, where tests run as root. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test('what a folder that is watched would leave alone is left alone: hidden, unfinished, packages', async () => {
  await write('a.md', 'b/c.MD', 'b/papers.jsonl', 'note.txt');
  await write('.draft.md', 'a.md.tmp', '.git/x.md', 'node_modules/x.md', 'b.part/x.md', 'old~/x.md');
  const found = await findFiles([root]);
  expect(names(found)).toEqual(['a.md', 'b/c.MD', 'b/papers.jsonl']);
  expect(found.skipped).toEqual([]);
});

test('a file that is named counts, whatever its name', async () => {
  await write('.draft.md');
  expect(names(await findFiles([join(root, '.draft.md')]))).toEqual(['.draft.md']);
});

test('links to files of the folder are files of their own; folders are not gone through twice', async () => {
  await write('a.md', 'b/c.md');
  await symlink('a.md', join(root, 'latest.md'));
  await symlink('../a.md', join(root, 'b/up.md'));
  await symlink('b', join(root, 'again'));
  await symlink('.', join(root, 'b/loop.md'));
  const found = await findFiles([root]);
  expect(names(found)).toEqual(['a.md', 'b/c.md', 'b/up.md', 'latest.md']);
  expect(found.skipped).toEqual([]);
});

test('the same is so below a folder that is named by a link', async () => {
  await write('a.md');
  await symlink('a.md', join(root, 'latest.md'));
  await symlink('root', join(outer.path, 'named'));
  expect(names(await findFiles([join(outer.path, 'named')]))).toEqual(['a.md', 'latest.md']);
});

test('what is left out though it has the name of a digest is said, with the reason', async () => {
  await write('a.md');
  await writeFile(join(outer.path, 'root-secret.md'), '');
  await symlink('../root-secret.md', join(root, 'out.md'));
  await symlink('..', join(root, 'up'));
  await symlink('nowhere', join(root, 'dangling.md'));
  await symlink('nowhere', join(root, 'of no interest'));
  execFileSync('mkfifo', [join(root, 'pipe.md'), join(root, 'pipe')]);
  await symlink('pipe', join(root, 'to-pipe.md'));
  const found = await findFiles([root]);
  expect(names(found)).toEqual(['a.md']);
  expect(told(found.skipped)).toEqual([
    'DIGLOT_FILE_UNREADABLE: dangling.md: left out: it is a link, and ENOENT',
    'DIGLOT_FILE_UNREADABLE: pipe.md: left out: it is neither a file nor a folder',
    'DIGLOT_FILE_UNREADABLE: to-pipe.md: left out: it is a link to no file',
    'DIGLOT_PATH_OUTSIDE_ROOT: out.md: left out: it is a link that leaves the folder',
    'DIGLOT_PATH_OUTSIDE_ROOT: up: left out: it is a link that leaves the folder',
  ]);
});

test('a folder that cannot be listed is named, and the rest is found', async () => {
  await write('a/a.md', 'closed/b.md', 'z/c.md');
  await chmod(join(root, 'closed'), 0o000);
  const found = await withoutRights(() => findFiles([root]));
  expect(names(found)).toEqual(['a/a.md', 'z/c.md']);
  expect(told(found.unreadable)).toEqual([expect.stringMatching(/^DIGLOT_FILE_UNREADABLE: closed: EACCES: /)]);
});

test('a path that was named itself and cannot be read is an error', async () => {
  const none = findFiles([join(root, 'none')]);
  await expect(none).rejects.toMatchObject({
    code: 'DIGLOT_FILE_UNREADABLE',
    message: expect.stringContaining('none'),
  });
});
