import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TemporaryFolder, temporaryFolder, waitFor } from '@diglot/testing';
import { GitRepository } from '../git/git-repository.fixture.ts';
import { selection, type SelectionRules } from '../scanning/selection.ts';
import { GitOrigin } from './git-origin.ts';

let folder: TemporaryFolder;
let repository: GitRepository;
let origins: GitOrigin[];

beforeEach(async () => {
  folder = await temporaryFolder('git');
  repository = await GitRepository.create(folder.path);
  origins = [];
});
afterEach(async () => {
  for (const each of origins) await each.release();
  await folder.remove();
});

const never = new AbortController().signal;
const clones = (): string => join(folder.path, 'clones');

interface Remote {
  address?: string;
  branch?: string;
  timeout?: number;
  rules?: SelectionRules;
  limit?: number;
}

function origin({ address = repository.address, branch, timeout = 60_000, rules = {}, limit }: Remote = {}): GitOrigin {
  const opened = new GitOrigin(clones(), { address, branch: branch ?? null, timeout }, selection(rules), limit);
  origins.push(opened);
  return opened;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What the origin has at this moment, by path; problems by their codes. */
async function look(at: GitOrigin): Promise<Record<string, string>> {
  const scan = await at.scan(never);
  if (scan.kind === 'missing') return { '': scan.problem.code };
  await at.prepare([...scan.files.values()], never);
  const found: Record<string, string> = {};
  for (const [path, seen] of scan.files) {
    const reading = await at.read(path, seen);
    found[path] =
      reading.kind === 'read' ? reading.bytes.toString() : reading.kind === 'problem' ? reading.problem.code : '';
  }
  for (const { path, code } of scan.problems) found[path] = code;
  return found;
}

test('it has the files of the last commit, and of nothing else', async () => {
  await repository.write('4-Mar-2025/AI/README.md', 'A');
  await repository.write('4-Mar-2025/AI/papers.jsonl', 'not a digest');
  await repository.write('b.md', '');
  repository.push();
  await repository.write('uncommitted.md', 'C');
  expect(await look(origin())).toEqual({ '4-Mar-2025/AI/README.md': 'A', 'b.md': '' });
});

test('contents are fetched when they are wanted, and all at once', async () => {
  for (let file = 0; file < 50; file += 1) await repository.write(`${file}.md`, `content ${file}`);
  await repository.write('large.bin', Buffer.alloc(100_000, 7));
  repository.push();
  const at = origin();
  expect(Object.keys(await look(at))).toHaveLength(50);
  const [clone = ''] = await readdir(clones());
  const packs = (await readdir(join(clones(), clone, 'objects', 'pack'))).filter((name) => name.endsWith('.pack'));
  // One of commits and folders, one of contents.
  expect(packs.length).toBeLessThanOrEqual(2);
});

test('a rewritten history, a rename and a deletion are what the tree says', async () => {
  await repository.write('a.md', 'A');
  await repository.write('b.md', 'B');
  repository.push();
  const at = origin();
  expect(await look(at)).toEqual({ 'a.md': 'A', 'b.md': 'B' });
  repository.git('checkout', '--quiet', '--orphan', 'other');
  await rename(join(repository.work, 'a.md'), join(repository.work, 'c.md'));
  await repository.write('b.md', 'B, rewritten');
  repository.push();
  expect(await look(at)).toEqual({ 'c.md': 'A', 'b.md': 'B, rewritten' });
  repository.git('rm', '--quiet', '-r', '.');
  repository.push();
  expect(await look(at)).toEqual({});
});

test('a stat proves the content: the same one has the same, another one another', async () => {
  await repository.write('a.md', 'A');
  await repository.write('b.md', 'A');
  await repository.write('c.md', 'C');
  repository.push();
  const scan = await origin().scan(never);
  if (scan.kind === 'missing') throw new Error(scan.problem.detail);
  const stat = (path: string) => scan.files.get(path)?.stat;
  expect(stat('a.md')).toEqual(stat('b.md'));
  expect(stat('a.md')).not.toEqual(stat('c.md'));
});

test('links, submodules, hidden and unfinished files are no digests', async () => {
  await repository.write('a.md', 'A');
  await repository.write('.hidden/b.md', 'B');
  await repository.write('c.md.tmp', 'C');
  await symlink('/etc/passwd', join(repository.work, 'link.md'));
  repository.push();
  const commit = repository.git('rev-parse', 'HEAD');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},module.md`);
  repository.git('commit', '--quiet', '--message=a submodule');
  repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  expect(await look(origin())).toEqual({ 'a.md': 'A' });
});

test('odd names: those that can stand in a key are taken, the others are problems', async () => {
  await repository.write('论文 "x" \\ é.md', 'A');
  await repository.write('tab\there.md', 'B');
  await repository.write(Buffer.concat([Buffer.from([0xff]), Buffer.from('.md')]), 'C');
  repository.push();
  expect(await look(origin())).toEqual({
    '论文 "x" \\ é.md': 'A',
    [String.raw`tab\x09here.md`]: 'DIGLOT_PATH_UNUSABLE',
    [String.raw`\xff.md`]: 'DIGLOT_PATH_UNUSABLE',
  });
});

test('a huge file is a problem, and its neighbours are read', async () => {
  const limit = 1024 * 1024;
  await repository.write('huge.md', 'x'.repeat(limit + 1));
  await repository.write('a.md', 'A');
  repository.push();
  const at = origin({ limit });
  expect(await look(at)).toEqual({ 'a.md': 'A', 'huge.md': 'DIGLOT_DIGEST_TOO_LARGE' });
  const scan = await at.scan(never);
  // From now on its size is known, so that it is not read again.
  expect(scan.kind === 'listed' && scan.files.get('huge.md')?.stat.size).toBe(limit + 1);
});

test('globs, depth and branch are those of the source', async () => {
  await repository.write('digests/a.md', 'A');
  await repository.write('digests/x/y/b.md', 'B');
  await repository.write('notes/c.md', 'C');
  repository.push('next');
  await repository.write('digests/a.md', 'main');
  repository.push();
  const rules = { include: ['digests/**/*.md'], depth: 1 };
  expect(await look(origin({ branch: 'next', rules }))).toEqual({ 'digests/a.md': 'A' });
  expect(await look(origin({ rules }))).toEqual({ 'digests/a.md': 'main' });
});

test('a server that knows no filter sends everything, which does as well', async () => {
  await writeFile(join(repository.bare, 'config'), '[core]\n\tbare = true\n');
  await repository.write('a.md', 'A');
  repository.push();
  const at = origin();
  expect(await look(at)).toEqual({ 'a.md': 'A' });
  await repository.write('a.md', 'B');
  repository.push();
  expect(await look(at)).toEqual({ 'a.md': 'B' });
});

test.each([
  ['no repository', async () => ({ address: `file://${folder.path}/nothing.git` })],
  ['no such branch', async () => ({ branch: 'nothing' })],
  ['a repository without a commit', async () => ({})],
])('%s: the source is missing, and says why', async (_, prepare) => {
  const scan = await origin(await prepare()).scan(never);
  expect(scan).toMatchObject({ kind: 'missing', problem: { path: '', code: 'DIGLOT_GIT_FAILED' } });
  expect(scan.kind === 'missing' && scan.problem.detail).toMatch(/git fetch: \S/);
});

test('it is there again when the repository is', async () => {
  await repository.write('a.md', 'A');
  repository.push();
  const at = origin();
  await rename(repository.bare, `${repository.bare}.away`);
  expect(await look(at)).toEqual({ '': 'DIGLOT_GIT_FAILED' });
  await rename(`${repository.bare}.away`, repository.bare);
  expect(await look(at)).toEqual({ 'a.md': 'A' });
});

test('a repository that does not answer is given up in time, with all the processes that talk to it', async () => {
  await repository.write('a.md', 'A');
  repository.push();
  await look(origin());
  const hanging = join(folder.path, 'hang');
  const identity = join(folder.path, 'identity');
  await writeFile(hanging, `#!/bin/sh\necho $$ > ${identity}\nexec sleep 600\n`);
  await chmod(hanging, 0o755);
  const [name = ''] = await readdir(clones());
  await writeFile(
    join(clones(), name, 'config'),
    `[core]\n\tbare = true\n[remote "origin"]\n\turl = ${repository.address}\n\tuploadpack = ${hanging}\n`,
  );
  // So long that git has come to talk to it before it is given up.
  let talking = 0;
  for (let timeout = 500; talking === 0; timeout *= 2) {
    const scan = await origin({ timeout }).scan(never);
    const detail: unknown = expect.stringContaining(`longer than ${timeout / 1000} s`);
    expect(scan).toMatchObject({ kind: 'missing', problem: { detail } });
    talking = Number(await readFile(identity, 'utf8').catch(() => ''));
  }
  await waitFor(() => !isAlive(talking));
});

test('no hook of anybody runs', async () => {
  await repository.write('a.md', 'A');
  repository.push();
  const at = origin();
  await look(at);
  const [name = ''] = await readdir(clones());
  const hooks = join(clones(), name, 'hooks');
  const proof = join(folder.path, 'proof');
  await mkdir(hooks, { recursive: true });
  for (const hook of ['reference-transaction', 'post-checkout', 'pre-auto-gc']) {
    await writeFile(join(hooks, hook), `#!/bin/sh\ntouch ${proof}\n`);
    await chmod(join(hooks, hook), 0o755);
  }
  await repository.write('a.md', 'B');
  repository.push();
  expect(await look(at)).toEqual({ 'a.md': 'B' });
  expect(existsSync(proof)).toBe(false);
});

test('a protocol that runs commands is refused by git too', async () => {
  const proof = join(folder.path, 'proof');
  expect(await look(origin({ address: `ext::touch ${proof}` }))).toEqual({ '': 'DIGLOT_GIT_FAILED' });
  expect(existsSync(proof)).toBe(false);
});

test('what a killed git left behind holds up nobody', async () => {
  await repository.write('a.md', 'A');
  repository.push();
  const first = origin();
  await look(first);
  const [name = ''] = await readdir(clones());
  await mkdir(join(clones(), name, 'refs', 'diglot'), { recursive: true });
  await writeFile(join(clones(), name, 'refs', 'diglot', 'head.lock'), '');
  await writeFile(join(clones(), name, 'packed-refs.lock'), '');
  await repository.write('a.md', 'B');
  repository.push();
  await first.release();
  expect(await look(origin())).toEqual({ 'a.md': 'B' });
});

test('a scan that is stopped throws the reason, and ends its git', async () => {
  await repository.write('a.md', 'A');
  repository.push();
  await expect(origin().scan(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  const stop = new AbortController();
  const scan = origin().scan(stop.signal);
  stop.abort(new Error('stopped'));
  await expect(scan).rejects.toThrow('stopped');
});
