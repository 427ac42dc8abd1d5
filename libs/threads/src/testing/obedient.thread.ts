import { setTimeout } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { serveTasks } from '../serve-tasks.ts';

/** What a task of the specs asks for. */
export type Order =
  { readonly double: number } | { readonly sleep: number } | 'thread' | 'exit' | 'throw' | 'hang' | 'fill memory';

/** Does as it is told, also to die. */
async function obey(order: Order): Promise<number> {
  if (typeof order === 'object')
    return 'double' in order ? order.double * 2 : await setTimeout(order.sleep, order.sleep);
  if (order === 'thread') return threadId;
  if (order === 'exit') process.exit(7);
  if (order === 'throw') throw new RangeError('not this one');
  const kept: number[][] = [];
  for (;;) if (order === 'fill memory') kept.push(Array.from({ length: 1e6 }, Math.random));
}

serveTasks(obey);
