import fc from 'fast-check';
import { shownBeads } from './beads.ts';

const TEXT = { en: 'One. Two. Three.', zh: '一。二。三。' };

describe('pairs of sentences', () => {
  it('are the whole texts where nothing was aligned', () => {
    expect(shownBeads(TEXT, [])).toEqual([{ en: [0, 16], zh: [0, 6] }]);
    expect(shownBeads({ en: 'One.', zh: null }, [])).toEqual([{ en: [0, 4], zh: [0, 0] }]);
  });

  it('take up what lies between them', () => {
    const beads = shownBeads(TEXT, [
      { en: [0, 4], zh: [0, 2] },
      { en: [5, 9], zh: null },
      { en: [10, 15], zh: [2, 6] },
    ]);
    expect(beads).toEqual([
      { en: [0, 4], zh: [0, 2] },
      { en: [4, 9], zh: [2, 2] },
      { en: [9, 16], zh: [2, 6] },
    ]);
  });

  it('leave out nothing, whatever was aligned', () => {
    const span = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const part = fc.option(span);
    fc.assert(
      fc.property(fc.array(fc.record({ en: part, zh: part })), (alignment) => {
        const hasEnglish = alignment.length === 0 || alignment.some(({ en }) => en !== null);
        const text = shownBeads(TEXT, alignment).map(({ en: [from, to] }) => TEXT.en.slice(from, to));
        expect(text.join('')).toBe(hasEnglish ? TEXT.en : '');
      }),
    );
  });
});
