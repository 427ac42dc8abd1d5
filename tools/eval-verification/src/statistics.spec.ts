import fc from 'fast-check';
import { areaUnderCurve, shareOf, thresholdFor } from './statistics.ts';

describe('shareOf', () => {
  it('gives the Wilson interval', () => {
    const { share, low, high } = shareOf(36, 37);
    expect(share).toBeCloseTo(0.973, 3);
    expect(low).toBeCloseTo(0.862, 3);
    expect(high).toBeCloseTo(0.995, 3);
  });

  it('always holds the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (of, hits) => {
        const { share, low, high } = shareOf(Math.min(hits, of), of);
        return low <= share + 1e-12 && share <= high + 1e-12 && low >= 0 && high <= 1;
      }),
    );
  });
});

describe('areaUnderCurve', () => {
  it.each([
    [[3, 4], [1, 2], 1],
    [[1, 2], [3, 4], 0],
    [[1, 1], [1, 1], 0.5],
    [[1, 3], [2], 0.5],
  ])('of %j over %j is %d', (damaged, untouched, area) => {
    expect(areaUnderCurve(damaged, untouched)).toBe(area);
  });
});

describe('thresholdFor', () => {
  it('lets no more than the budget through', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (values, budget) => {
          const threshold = thresholdFor(values, budget);
          return values.filter((value) => value > threshold).length <= values.length * budget;
        },
      ),
    );
  });
});
