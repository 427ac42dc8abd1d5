import katex from 'katex';
import { DRAWING, isPlainDrawing } from './drawing.ts';

const isDrawn = (tex: string): boolean => isPlainDrawing(katex.renderToString(tex, DRAWING));

describe('what KaTeX drew', () => {
  it.each([
    'O(n \\log n)',
    '\\frac{1}{\\sqrt{2}} \\neq \\hat{x}',
    '\\begin{pmatrix} a & b \\\\[2pt] c & d \\end{pmatrix}',
    `\\begin{matrix}${'a\\\\ '.repeat(20)}\\end{matrix}`,
    '\\fbox{x} \\quad \\hspace{1em} \\kern-0.2em y \\phantom{-}',
    '\\underbrace{a + b}_{\\text{both}} \\xrightarrow{long} \\mathbb{R}',
  ])('is a formula: %s', (tex) => {
    expect(isDrawn(tex)).toBe(true);
  });

  it.each([
    '\\rule{9999em}{9999em}',
    '\\rule{1em}{1em}',
    '\\def\\a{\\rule}\\a{2em}{2em}',
    '\\href{javascript:alert(1)}{x}',
    '\\href{https://example.org}{x}',
    '\\url{https://example.org}',
    '\\includegraphics{https://example.org/x.png}',
    '\\htmlClass{a}{x}',
    '\\htmlStyle{color: red}{x}',
    '\\textcolor{white}{x}',
    '\\colorbox{black}{x}',
    '\\red{x}',
    '\\kern-9999em x',
    '\\hspace{99em} x',
    '\\raisebox{-999em}{x}',
    '\\genfrac{}{}{9em}{}{a}{b}',
    'a \\above{9em} b',
  ])('is more than that: %s', (tex) => {
    expect(isDrawn(tex)).toBe(false);
  });

  it('is judged as the browser writes it, too', () => {
    expect(isPlainDrawing('<span class="mspace" style="margin-right: -99em;"></span>')).toBe(false);
    expect(isPlainDrawing('<span class="mord" style="color: rgb(204, 0, 0);">x</span>')).toBe(false);
    expect(isPlainDrawing('<span class="mord" style="color: transparent;">x</span>')).toBe(true);
  });
});
