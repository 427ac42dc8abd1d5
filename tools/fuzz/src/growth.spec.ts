import { growthOf, WORST_GROWTH } from './growth.ts';

/** Work whose time is what a function of its length says, on a clock of its own; every so many pieces something disturbs. */
function growing(cost: (length: number) => number, disturbedEvery = Number.POSITIVE_INFINITY) {
  let [time, pieces] = [0, 0];
  const workOf = (length: number) => () => {
    pieces += 1;
    time += cost(length) * (pieces % disturbedEvery === 0 ? 10 : 1);
  };
  return [{ workOf, length: 1000, shortest: 1 }, () => time] as const;
}

test.each([
  ['linear', (length: number) => length, 2],
  ['quadratic', (length: number) => length ** 2, 4],
  ['linear, with a beginning', (length: number) => 500 + length, Math.sqrt(4500 / 1500)],
])('%s time is told as what it is', (_, cost, growth) => {
  expect(growthOf(...growing(cost))).toBeCloseTo(growth);
});

test('one disturbance in four leaves it as it is, and does not hide what is too slow', () => {
  expect(growthOf(...growing((length) => length, 4))).toBeCloseTo(2);
  expect(growthOf(...growing((length) => length ** 1.5, 4))).toBeGreaterThan(WORST_GROWTH);
});
