import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnNode, temporaryFolder, type TemporaryFolder } from '@diglot/testing';

const MAIN = new URL('./main.ts', import.meta.url);
let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('cli');
});
afterAll(() => folder.remove());

async function run(...args: string[]): Promise<{ code: number | null; lines: string[] }> {
  const process = spawnNode(MAIN, { args });
  const { code } = await process.exited;
  return { code, lines: process.output.trimEnd().split('\n') };
}

const BLOCK =
  '# Counting Birds \n\n**Title (ZH)**: 数鸟 \n\n**Authors**: A. Author  \n\n**Link**: [PDF](https://arxiv.org/pdf/2511.00001)  \n\n**Abstract**: We count 120 birds. \n\n**Abstract (ZH)**: 我们数了120只鸟。 \n\n---\n';

it('a dry run counts what there is, and names what is not a digest', async () => {
  const digests = join(folder.path, 'digests');
  await mkdir(digests);
  await writeFile(join(digests, 'a.md'), BLOCK);
  await writeFile(join(digests, 'b.md'), '');
  await writeFile(join(digests, 'letter.md'), 'Dear colleague,\n\nplease find it attached.\n');
  await writeFile(join(digests, 'broken.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a]));
  const { code, lines } = await run('ingest', digests, '--dry-run', '--json');
  expect(code).toBe(0);
  const totals = { files: 4, digests: 2, entries: 1, papers: 1, indexTables: 0, sidecars: 0, unknown: 1, failed: 1 };
  expect(lines.map((line) => (line.startsWith('{') ? (JSON.parse(line) as unknown) : line))).toContainEqual(totals);
  expect(lines.join('\n')).toMatch(/DIGLOT_DIGEST_ENCODING: .*broken\.md:1:3/);
});

it('a folder that cannot be listed, and what is left out, are named, and the rest is counted', async () => {
  const digests = join(folder.path, 'partly');
  await mkdir(join(digests, 'closed'), { recursive: true });
  await writeFile(join(digests, 'a.md'), BLOCK);
  await writeFile(join(digests, '.draft.md'), BLOCK);
  await symlink('a.md', join(digests, 'latest.md'));
  await symlink('nowhere', join(digests, 'broken.md'));
  await chmod(folder.path, 0o755);
  await chmod(join(digests, 'closed'), 0o000);
  // Root may list everything.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const listed = spawnNode(MAIN, { args: ['ingest', digests, '--dry-run', '--json'], ...user });
  const { code } = await listed.exited;
  await chmod(join(digests, 'closed'), 0o755);
  const lines = listed.output.trimEnd().split('\n');
  const totals = { files: 2, digests: 2, entries: 2, papers: 1, indexTables: 0, sidecars: 0, unknown: 0, failed: 1 };
  expect(lines.map((line) => (line.startsWith('{') ? (JSON.parse(line) as unknown) : line))).toContainEqual(totals);
  expect(listed.output).toMatch(/^DIGLOT_FILE_UNREADABLE: .*closed: EACCES/m);
  expect(listed.output).toMatch(/^DIGLOT_FILE_UNREADABLE: .*broken\.md: left out: /m);
  expect(code).toBe(0);
});

it('strictly, anything that is bad makes the exit status 1', async () => {
  const digests = join(folder.path, 'strict');
  await mkdir(digests);
  await writeFile(join(digests, 'a.md'), BLOCK);
  expect((await run('ingest', digests, '--dry-run', '--strict')).code).toBe(0);
  await writeFile(join(digests, 'letter.md'), 'Dear colleague,\n\nplease find it attached.\n');
  expect((await run('ingest', digests, '--dry-run', '--strict')).code).toBe(1);
  expect((await run('ingest', digests, '--dry-run')).code).toBe(0);
});

it('a pipe is refused at once, by its name', async () => {
  const pipe = join(folder.path, 'pipe.md');
  execFileSync('mkfifo', [pipe]);
  const { code, lines } = await run('ingest', pipe, '--dry-run');
  expect(code).toBe(1);
  expect(lines.join('\n')).toMatch(/DIGLOT_FILE_UNREADABLE: .*pipe\.md.*neither a file nor a folder/);
});

it('pairs are judged in order, one line each', async () => {
  const file = join(folder.path, 'pairs.ndjson');
  const pair = (id: string, target: string) =>
    JSON.stringify({ id, genre: 'abstract', source: 'We count 120 birds in a quiet town.', target });
  await writeFile(
    file,
    [
      pair('good', '我们在一个安静的小镇数了120只鸟。'),
      pair('bad', '我们在一个安静的小镇数了12只鸟。'),
      pair('none', ''),
    ].join('\n'),
  );
  const { code, lines } = await run('verify', '--pairs', file, '--format', 'ndjson');
  expect(code).toBe(0);
  const verdicts = lines.map(
    (line) => JSON.parse(line) as { id: string; verdict: string; score: number; issues: { code: string }[] },
  );
  expect(verdicts.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'good accept',
    'bad flag',
    'none retranslate',
  ]);
  expect(verdicts[1]?.issues.map(({ code: found }) => found)).toContain('number');
});

it('a bad line is named with its file, line and field', async () => {
  const file = join(folder.path, 'bad.ndjson');
  await writeFile(file, '{"id":"a","genre":"poem","source":"","target":""}\n');
  const { code, lines } = await run('verify', '--pairs', file);
  expect(code).toBe(2);
  expect(lines.join('\n')).toMatch(/DIGLOT_REQUEST_INVALID: .*bad\.ndjson:1, field genre: not one of title, abstract/);
});

it('a Diglot that does not run is said to be so', async () => {
  const { code, lines } = await run('status', '--url', 'http://127.0.0.1:1');
  expect(code).toBe(1);
  expect(lines.join('\n')).toMatch(/no Diglot answers at http:\/\/127\.0\.0\.1:1/);
});

it('help names every command, and an unknown one is told which was meant', async () => {
  const help = await run('--help');
  for (const name of ['status', 'ingest', 'forget', 'redrive', 'replay', 're-verify', 'verify']) {
    expect(help.lines.join('\n')).toMatch(new RegExp(`^ +${name} `, 'm'));
  }
  expect(help.code).toBe(0);
  const unknown = await run('verfy');
  expect(unknown.code).toBe(1);
  expect(unknown.lines.join('\n')).toContain('(Did you mean verify?)');
});
