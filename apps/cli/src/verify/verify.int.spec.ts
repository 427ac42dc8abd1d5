import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnNode, temporaryFolder, type TemporaryFolder } from '@diglot/testing';
import { runLint } from './lint/run-lint.ts';
import { digestOf } from './testing/digests.ts';

const MAIN = new URL('../main.ts', import.meta.url);
let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('verify');
});
afterAll(() => folder.remove());

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

async function verify(args: readonly string[], input?: string): Promise<Outcome> {
  const node = spawnNode(MAIN, { args: ['verify', ...args], cwd: folder.path });
  if (input !== undefined) node.end(input);
  const { code } = await node.exited;
  return { code, output: node.output };
}

const SOUND = digestOf({ zh: '我们用鸟鸣训练了一个70亿参数的模型，并在30个夜晚中每晚数出120只鸟。' });

it.each([
  ['nothing to say', SOUND, {}, 0],
  ['a major finding', digestOf({}), {}, 1],
  ['a major finding below --fail-on', digestOf({}), { failOn: 'critical' }, 0],
  ['a finding that is taken back', digestOf({ before: '<!-- diglot-ignore number: as printed -->\n' }), {}, 0],
  ['text that is no digest', 'Dear colleague,\n', {}, 2],
  ['bytes that are no text', '# A \u0000', {}, 2],
] as const)('%s: the exit code is as documented', async (_, digest, options, code) => {
  const file = join(folder.path, 'one.md');
  await writeFile(file, digest);
  const silent = { print: () => undefined, complain: () => undefined };
  const all = {
    paths: [file],
    format: 'text',
    failOn: undefined,
    config: undefined,
    colours: false,
    ...options,
  } as const;
  expect(await runLint(all, silent)).toBe(code);
});

it.each([
  [['--format', 'poem'], /argument 'poem' is invalid/],
  [['--config', 'none.json', '.'], /DIGLOT_CONFIG_INVALID: .*none\.json/],
])('%j is refused with 2', async (args, message) => {
  const { code, output } = await verify(args);
  expect(code).toBe(2);
  expect(output).toMatch(message);
});

it('reads a digest from standard input', async () => {
  const { code, output } = await verify([], digestOf({}));
  expect(code).toBe(1);
  expect(output).toContain('<stdin>:11:30  major  number');
});

it('lints many files with threads as with none, in their order, and leaves out what is beside them', async () => {
  const digests = join(folder.path, 'digests');
  await mkdir(digests);
  const names = Array.from({ length: 40 }, (_, index) => `${String(index).padStart(3, '0')}.md`);
  for (const [index, name] of names.entries())
    await writeFile(join(digests, name), index % 3 === 0 ? digestOf({}) : SOUND);
  await writeFile(join(digests, 'README.md'), 'These are our digests.\n');
  const { code, output } = await verify([digests]);
  expect(code).toBe(1);
  const found = Array.from(output.matchAll(/(\d{3})\.md:11:30 {2}major {2}number/g), ([, name]) => Number(name));
  expect(found).toEqual(names.map((_, index) => index).filter((index) => index % 3 === 0));
  expect(output).toMatch(/40 digests, 1 other file, 80 texts: 66 accepted, 14 flagged, 0 to be translated again/);
});

it('goes by the configuration of the folder', async () => {
  const config = join(folder.path, 'diglot.verify.json');
  await writeFile(config, '{"failOn": "minor", "rules": {"number": "minor"}}');
  await writeFile(join(folder.path, 'one.md'), digestOf({}));
  const { code, output } = await verify(['one.md', '--config', config]);
  expect(code).toBe(1);
  expect(output).toContain('minor  number');
});
