import fc from 'fast-check';
import { Random } from './random.ts';

const SEED = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('Random', () => {
  it('draws the same numbers from the same seed, and others from its neighbour', () => {
    const draw = (seed: number): number[] => {
      const random = new Random(seed);
      return Array.from({ length: 20 }, () => random.fraction());
    };
    fc.assert(
      fc.property(SEED, (seed) => {
        expect(draw(seed)).toEqual(draw(seed));
        expect(draw(seed)).not.toEqual(draw((seed + 1) % 2 ** 32));
      }),
    );
  });

  it('stays within its limits', () => {
    fc.assert(
      fc.property(SEED, fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, low, width) => {
        const random = new Random(seed);
        const drawn = random.between(low, low + width);
        expect(Number.isInteger(drawn) && drawn >= low && drawn <= low + width).toBe(true);
        const fraction = random.fraction();
        expect(fraction >= 0 && fraction < 1).toBe(true);
      }),
    );
  });

  it('is fair to every item, over neighbouring seeds too', () => {
    const counts = [0, 0, 0, 0, 0];
    for (let seed = 0; seed < 10_000; seed++) {
      const drawn = new Random(seed).below(5);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200); // five standard deviations
  });

  it('shuffles into every order, and loses nothing', () => {
    const orders = new Set(
      Array.from({ length: 200 }, (_, seed) => new Random(seed).shuffle(['a', 'b', 'c']).join('')),
    );
    expect([...orders].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  });

  it('cannot pick from nothing', () => {
    expect(() => new Random(0).pick([])).toThrow(RangeError);
  });
});
