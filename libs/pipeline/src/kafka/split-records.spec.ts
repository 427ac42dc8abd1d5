import fc from 'fast-check';
import { splitRecords } from './split-records.ts';

const split = (sizes: readonly number[], limit: { events: number; bytes: number }) => [
  ...splitRecords(sizes, (size) => size, limit),
];

test('a run ends at its limit of events, or with the item that reaches its limit of bytes', () => {
  expect(split([1, 1, 1, 1, 1], { events: 2, bytes: 100 })).toEqual([[1, 1], [1, 1], [1]]);
  expect(split([10, 10, 500, 10, 60, 60], { events: 100, bytes: 100 })).toEqual([
    [10, 10, 500],
    [10, 60, 60],
  ]);
  expect(split([], { events: 1, bytes: 1 })).toEqual([]);
});

test('nothing is lost or turned round, whatever the limits', () => {
  const sizes = fc.array(fc.nat({ max: 50 }));
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 90 }), (list, events, bytes) => {
      const runs = split(list, { events, bytes });
      expect(runs.flat()).toEqual(list);
      expect(runs.every((run) => run.length > 0 && run.length <= events)).toBe(true);
    }),
  );
});
