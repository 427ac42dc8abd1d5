import { classify } from '@diglot/domain';
import { importFlags } from './thread-file.ts';
import { ThreadPool } from './thread-pool.ts';
import type { Order } from './testing/obedient.thread.ts';

const options = {
  file: './testing/obedient.thread',
  module: import.meta.url,
  threads: 2,
  taskSeconds: 3,
  megabytes: 32,
};
const pool = new ThreadPool<Order, number>(options);
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

it('goes on with what waits for the only thread when that dies', async () => {
  const single = new ThreadPool<Order, number>({ ...options, threads: 1 });
  const orders: Order[] = ['exit', { double: 1 }, 'fill memory', { double: 2 }];
  const answers = await Promise.all(orders.map((order) => single.run(order).catch((error) => classify(error).code)));
  expect(answers).toEqual(['DIGLOT_THREAD_CRASHED', 2, 'DIGLOT_THREAD_CRASHED', 4]);
  await single.close();
});

it('counts the time of a task from its beginning, not from when it was asked for', async () => {
  const single = new ThreadPool<Order, number>({ ...options, threads: 1, taskSeconds: 2 });
  // Longer than that together, and none of them alone.
  const waits = Array.from({ length: 5 }, () => single.run({ sleep: 500 }));
  expect(await Promise.all(waits)).toEqual([500, 500, 500, 500, 500]);
  await single.close();
});

it('does not count the time that a thread takes to load', async () => {
  const late = new ThreadPool<string, number>({ ...options, file: './testing/late.thread', taskSeconds: 2 });
  expect(await late.run('four')).toBe(4);
  await late.close();
});

it('does what it was asked for before it closes, and nothing after', async () => {
  const closing = new ThreadPool<Order, number>(options);
  const tasks = [1, 2, 3, 4, 5].map((double) => closing.run({ double }));
  await closing.close();
  expect(await Promise.all(tasks)).toEqual([2, 4, 6, 8, 10]);
  expect(await codeOf(closing.run({ double: 1 }))).toBe('DIGLOT_THREAD_CRASHED');
});

it('ends a thread that had nothing to do for as long as was said, and no sooner', async () => {
  const short = new ThreadPool<Order, number>({ ...options, idleSeconds: 0.01 });
  const long = new ThreadPool<Order, number>({ ...options, idleSeconds: 60 });
  const first = await Promise.all([short.run('thread'), long.run('thread')]);
  // Sleeps in the thread that stays; the other one ends once its time has passed, sooner or later.
  let another = first[0];
  for (; another === first[0]; another = await short.run('thread')) await long.run({ sleep: 200 });
  expect(await long.run('thread')).toBe(first[1]);
  await Promise.all([short.close(), long.close()]);
});

it('hands on what a task throws', async () => {
  await expect(pool.run('throw')).rejects.toThrow('not this one');
});

it('gives a thread the loaders of its process, and no other flag', () => {
  const flags = ['--max-old-space-size=64', '--import', 'a.mjs', '--trace-warnings', '--import=b.mjs'];
  expect(importFlags(flags)).toEqual(['--import', 'a.mjs', '--import=b.mjs']);
});
