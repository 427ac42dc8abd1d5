import fc from 'fast-check';
import { cutPieces } from './pieces.ts';

const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('pieces of a text', () => {
  it('are text, marks and formulas', () => {
    const pieces = cutPieces('We use $x^2$ here', [{ name: 'match', spans: [[3, 8]] }]);
    expect(pieces.map(({ text, names, math }) => [text, names.join(), math?.tex])).toEqual([
      ['We ', '', undefined],
      ['use ', 'match', undefined],
      ['$x^2$', 'match', 'x^2'],
      [' here', '', undefined],
    ]);
  });

  it('can be those of one sentence', () => {
    const text = 'One. Two $y$. Three.';
    expect(cutPieces(text, [], [5, 13]).map(({ text: part }) => part)).toEqual(['Two ', '$y$', '.']);
  });

  it('make up the text, whatever is marked', () => {
    const text = fc.string({ unit: fc.constantFrom('$', 'a', ' ', '中', '\\', '('), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(span), (whole, spans) => {
        const pieces = cutPieces(whole, [{ name: 'm', spans }]);
        expect(pieces.map(({ text: part, math }) => (math ? whole.slice(math.from, math.to) : part)).join('')).toBe(
          whole,
        );
      }),
    );
  });
});
