import { nextPair, type Extent } from './next-pair.ts';

/** Pairs of these heights, one below the other. */
function stack(...heights: readonly number[]): Extent[] {
  let end = 0;
  return heights.map((height) => {
    const top = end;
    end += height;
    return { top, bottom: end };
  });
}

const VIEW = { top: 0, bottom: 100 };

describe('the pair that an arrow goes to', () => {
  const pairs = stack(40, 40, 40, 40);

  it('is the one beside the active one, in sight or not', () => {
    expect(nextPair(1, 1, pairs, VIEW)).toBe(2);
    expect(nextPair(2, 1, pairs, VIEW)).toBe(3);
    expect(nextPair(2, -1, pairs, VIEW)).toBe(1);
  });

  it('is none beyond the ends, where the arrow scrolls', () => {
    expect(nextPair(3, 1, pairs, { top: 100, bottom: 200 })).toBeNull();
    expect(nextPair(0, -1, pairs, VIEW)).toBeNull();
    expect(nextPair(null, 1, [], VIEW)).toBeNull();
  });

  it('is the first or the last in sight where the active one is out of sight', () => {
    const below = { top: 90, bottom: 190 };
    expect(nextPair(null, 1, pairs, below)).toBe(2);
    expect(nextPair(0, 1, pairs, below)).toBe(2);
    expect(nextPair(0, -1, pairs, below)).toBe(3);
    expect(nextPair(3, 1, pairs, { top: 500, bottom: 600 })).toBeNull();
    expect(nextPair(3, -1, pairs, { top: 500, bottom: 600 })).toBeNull();
  });

  it('waits until one that is longer than the view was read', () => {
    const long = stack(300, 40);
    expect(nextPair(0, 1, long, VIEW)).toBeNull();
    expect(nextPair(0, 1, long, { top: 200, bottom: 300 })).toBe(1);
    expect(nextPair(0, -1, stack(40, 300), VIEW)).toBeNull();
    expect(nextPair(1, -1, stack(40, 300), { top: 100, bottom: 200 })).toBeNull();
    expect(nextPair(1, -1, stack(40, 300), { top: 40, bottom: 140 })).toBe(0);
  });
});
