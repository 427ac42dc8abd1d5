import fc from 'fast-check';
import type { Span } from '../../api/types.ts';
import { findTextMacros } from './text-macros.ts';

/** What they hold, with how it is set. */
const held = (text: string, math: readonly Span[] = [], marked: readonly Span[] = []): string[] =>
  findTextMacros(text, math, marked).map(({ style, open, close, shown }) =>
    [style ?? shown.join(''), text.slice(open[1], close[0])].join(': '),
  );

describe('macros of TeX in running text', () => {
  it.each([
    ['a \\textbf{bold} word', ['strong: bold']],
    ['\\emph{one} and \\textit{two}', ['emphasis: one', 'emphasis: two']],
    ['\\texttt{a_b}', ['code: a_b']],
    ['\\textbf{\\textit{both} (B)}', ['strong: \\textit{both} (B)', 'emphasis: both']],
    ['\\textbf{a \\} brace}', ['strong: a \\} brace']],
    ["``for free'' and ``agree\" here", ['“”: for free', '“”: agree']],
    ['\\textbf{never closed', []],
    ['\\textbfx{a} \\text{b} \\href{c}{d}', []],
    ["`one' and f'' and ```code```", []],
  ])('%s', (text, expected) => {
    expect(held(text)).toEqual(expected);
  });

  it('belong to a formula where one holds an end of theirs, and may hold one', () => {
    expect(held('$\\textit{x}$', [[0, 12]])).toEqual([]);
    expect(held('\\textbf{$x$}', [[8, 11]])).toEqual(['strong: $x$']);
  });

  it('stay text where they are all that a mark covers', () => {
    expect(held('\\textbf{a}', [], [[0, 8]])).toEqual([]);
    expect(held('\\textbf{a}', [], [[1, 7]])).toEqual([]);
    expect(held('\\textbf{\\emph{a}}', [], [[15, 17]])).toEqual([]);
    expect(held('\\textbf{a}', [], [[0, 9]])).toEqual(['strong: a']);
  });

  it('open before they close, within the text, whatever it is', () => {
    const unit = fc.constantFrom('\\textbf{', '\\emph{', '{', '}', '``', "''", '"', '\\', 'x', ' ');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        for (const { open, close } of findTextMacros(text, [], [])) {
          expect(open[1]).toBeLessThanOrEqual(close[0]);
          expect(close[1]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
