import { timeLeft } from './time-left.ts';

test('how long a backfill still takes follows from its pace, and is not known while nothing moves', () => {
  expect(timeLeft(300, 600)).toBe(30);
  expect(timeLeft(0, 600)).toBe(0);
  expect(timeLeft(300, 0)).toBeNull();
});
