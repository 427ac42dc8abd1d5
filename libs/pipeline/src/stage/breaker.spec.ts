import { Breaker } from './breaker.ts';

const results = (breaker: Breaker, count: number, isBug: boolean): void => {
  for (let index = 0; index < count; index += 1) breaker.record(isBug);
};

test('it opens at 50 bugs among the last 100 results', () => {
  const breaker = new Breaker();
  results(breaker, 49, true);
  expect(breaker.isOpen).toBe(false);
  results(breaker, 1, true);
  expect(breaker.isOpen).toBe(true);
  breaker.reset();
  expect(breaker.isOpen).toBe(false);
});

test('old bugs are forgotten', () => {
  const breaker = new Breaker();
  results(breaker, 49, true);
  results(breaker, 100, false);
  results(breaker, 49, true);
  expect(breaker.isOpen).toBe(false);
});

test('it says once that it opened, and stays open whatever comes after', () => {
  let opened = 0;
  const breaker = new Breaker(() => {
    opened += 1;
  });
  results(breaker, 60, true);
  results(breaker, 100, false);
  expect(breaker.isOpen).toBe(true);
  expect(opened).toBe(1);
});
