import { lonelyPoints } from './lonely-points.ts';

it.each([
  [[1, 2, null, 3, null, 4, 5], [3]],
  [
    [0, null, 1],
    [0, 2],
  ],
  [[7], [0]],
  [[null, 1, 2, null], []],
  [[], []],
])('of %j no line goes through %j', (values, expected) => {
  expect(lonelyPoints(values)).toEqual(expected);
});
