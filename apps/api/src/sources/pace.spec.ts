import fc from 'fast-check';
import { perMinute } from './pace.ts';

/** What is seen of one that is settled every so many seconds, so long after the first. */
const seen = (interval: number, seconds: number) => ({ count: 1 + Math.floor(seconds / interval), seconds });

test('nothing, or the first alone, has no pace yet', () => {
  expect(perMinute({ count: 0, seconds: 0 })).toBe(0);
  expect(perMinute({ count: 1, seconds: 0 })).toBe(0);
  expect(perMinute({ count: 1, seconds: 0.2 })).toBe(0);
});

test('a steady pace is never overstated, from the first moment on, and met at each one that is settled', () => {
  const interval = fc.double({ min: 0.01, max: 30, noNaN: true });
  fc.assert(
    fc.property(interval, fc.double({ min: 0, max: 60, noNaN: true }), (each, seconds) => {
      expect(perMinute(seen(each, seconds))).toBeLessThanOrEqual((60 / each) * (1 + 1e-9));
    }),
  );
  fc.assert(
    fc.property(interval, fc.integer({ min: 1, max: 100 }), (each, more) => {
      fc.pre(each * more >= 1);
      expect(perMinute({ count: 1 + more, seconds: each * more })).toBeCloseTo(60 / each, 6);
    }),
  );
});

test('what came at once is not taken for a pace that goes on', () => {
  expect(perMinute({ count: 6, seconds: 0.001 })).toBe(300);
});
