/** What a task of the specs asks for. */
export type Order = { readonly double: number } | 'exit' | 'throw' | 'hang' | 'fill memory';

/** Does as it is told, also to die. */
export default function obey(order: Order): number {
  if (typeof order === 'object') return order.double * 2;
  if (order === 'exit') process.exit(7);
  if (order === 'throw') throw new RangeError('not this one');
  const kept: number[][] = [];
  for (;;) if (order === 'fill memory') kept.push(Array.from({ length: 1e6 }, Math.random));
}
