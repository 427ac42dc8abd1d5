import { median, rounded } from './statistics.ts';

test.each([
  [[], Number.NaN],
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
])('median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test.each([
  [123.456, 123],
  [0.123456, 0.123],
  [99_999, 100_000],
])('%d is rounded to %d', (value, expected) => {
  expect(rounded(value)).toBe(expected);
});
