import { spawnNode } from './spawn-node.ts';

const CHILD = new URL('./child.fixture.ts', import.meta.url);

test('runs TypeScript from the sources, with decorators, arguments and environment', async () => {
  const child = spawnNode(CHILD, { args: ['x'], env: { CHILD_SAYS: 'hello' } });
  const [json] = await child.waitForOutput(/\{.*\}/);
  expect(JSON.parse(json)).toEqual({ name: 'x', type: expect.stringContaining('String'), env: 'hello' });
  expect(await child.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  expect(child.isRunning).toBe(false);
});

test('shows what a process printed before it failed', async () => {
  const child = spawnNode(CHILD);
  await child.waitForOutput(/\{/);
  child.write('a word\n');
  expect(await child.exited).toEqual({ code: 1, signal: null });
  expect(child.output).toMatch(/heard a word[^]*DIGLOT_DATA_UNUSABLE: as told/);
  await expect(child.waitForOutput(/never/)).rejects.toThrow(/was not printed:[^]*heard a word/);
});
