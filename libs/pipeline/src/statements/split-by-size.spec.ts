import fc from 'fast-check';
import { splitBySize } from './split-by-size.ts';

const sizeOf = (item: number): number => item;

test.each([
  [[], []],
  [
    [4, 4, 4],
    [[4, 4], [4]],
  ],
  [
    [4, 6, 1],
    [[4, 6], [1]],
  ],
  [
    [25, 1, 25],
    [[25], [1], [25]],
  ],
  [[0, 0], [[0, 0]]],
])('%j in runs of at most 10 bytes is %j', (items, runs) => {
  expect(splitBySize(items, sizeOf, 10)).toEqual(runs);
});

test('everything is in one run, in order, and no run of several is too large', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (items) => {
      const runs = splitBySize(items, sizeOf, 10);
      expect(runs.flat()).toEqual(items);
      for (const run of runs) expect(run.length === 1 || run.reduce((sum, item) => sum + item) <= 10).toBe(true);
    }),
  );
});
