import { shownBlocks } from './shown-blocks.ts';

describe('how many blocks are shown', () => {
  it.each([
    [[false, false, false], 1],
    [[false, true, true], 1],
    [[true, false, true], 2],
    [[true, true, false], 3],
    [[true, true, true], 4],
    [[], 1],
  ])('of %j: %d', (settled, shown) => {
    expect(shownBlocks(settled)).toBe(shown);
  });
});
