import { classify } from '@diglot/domain';
import { importFlags } from './thread-file.ts';
import { ThreadPool } from './thread-pool.ts';
import type { Order } from './testing/obedient.thread.ts';

const pool = new ThreadPool<Order, number>({
  file: './testing/obedient.thread',
  module: import.meta.url,
  threads: 2,
  taskSeconds: 3,
  megabytes: 32,
});
afterAll(() => pool.close());

const codeOf = (task: Promise<unknown>): Promise<string> =>
  task.then(
    () => 'done',
    (thrown: unknown) => classify(thrown).code,
  );

it('does tasks in threads', async () => {
  expect(await Promise.all([1, 2, 3].map((double) => pool.run({ double })))).toEqual([2, 4, 6]);
});

it.each(['exit', 'hang', 'fill memory'] as const)('a task that ends its thread (%s) fails alone', async (order) => {
  const [doomed, ...others] = await Promise.all([
    codeOf(pool.run(order)),
    ...[1, 2, 3].map((double) => pool.run({ double })),
  ]);
  expect(doomed).toBe('DIGLOT_THREAD_CRASHED');
  expect(others).toEqual([2, 4, 6]);
  expect(await pool.run({ double: 21 })).toBe(42);
});

it('hands on what a task throws', async () => {
  await expect(pool.run('throw')).rejects.toThrow('not this one');
});

it('gives a thread the loaders of its process, and no other flag', () => {
  const flags = ['--max-old-space-size=64', '--import', 'a.mjs', '--trace-warnings', '--import=b.mjs'];
  expect(importFlags(flags)).toEqual(['--import', 'a.mjs', '--import=b.mjs']);
});
