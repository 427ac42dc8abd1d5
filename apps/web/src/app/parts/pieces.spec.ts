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
    expect(cutPieces(text, [], { part: [5, 13] }).map(({ text: part }) => part)).toEqual(['Two ', '$y$', '.']);
  });

  it('are without macros of TeX, and marked where the original was', () => {
    const text = "Say ``so'' to \\textbf{bold $x$ words}.";
    const marked = text.indexOf('\\textbf');
    const pieces = cutPieces(text, [{ name: 'm', spans: [[marked, text.indexOf(' $')]] }]);
    expect(pieces.map(({ text: part, names, styles }) => [part, names.join(), styles.join()])).toEqual([
      ['Say ', '', ''],
      ['“', '', ''],
      ['so', '', ''],
      ['”', '', ''],
      [' to ', '', ''],
      ['bold', 'm', 'strong'],
      [' ', '', 'strong'],
      ['$x$', '', 'strong'],
      [' words', '', 'strong'],
      ['.', '', ''],
    ]);
    expect(
      cutPieces(text, [], { asWritten: true })
        .map(({ text: part }) => part)
        .join(''),
    ).toBe(text);
  });

  it('of a sentence keep how they are set, though the macro ends in another one', () => {
    const pieces = cutPieces('\\emph{One. Two.}', [], { part: [11, 16] });
    expect(pieces.map(({ text, styles }) => [text, styles.join()])).toEqual([['Two.', 'emphasis']]);
  });

  it('show something of whatever is marked', () => {
    const unit = fc.constantFrom('\\textbf{', '\\emph{', '}', '``', "''", 'a', ' ', '$');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), span, (text, [from, to]) => {
        const isMarked = from < Math.min(to, text.length);
        const pieces = cutPieces(text, [{ name: 'm', spans: [[from, to]] }]);
        expect(pieces.some(({ names }) => names.includes('m'))).toBe(isMarked);
      }),
    );
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
