import type { Span } from '../../api/types.ts';

/** A formula within a text. */
export interface MathRange {
  readonly from: number;
  readonly to: number;
  /** Without its delimiters. */
  readonly tex: string;
  readonly isDisplay: boolean;
}

/**
 * `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. A dollar opens only before something that is no space and closes only after such,
 * and not before a digit: so prices stay prices (Pandoc's rule).
 */
const MATH =
  /\$\$(?<double>[^$]+)\$\$|(?<!\\)\$(?<single>(?![\s$])(?:\\.|[^$\\])*?(?<!\s))\$(?!\d)|\\\((?<round>.+?)\\\)|\\\[(?<square>.+?)\\\]/gsu;

/** Longer ones are text: nobody writes them, and drawing them takes long. */
const LONGEST = 2_000;

/** Formulas turn no directions; what does is shown as the text that it is. */
const UNSEEN = /[\u202A-\u202E\u2066-\u2069]/u;

export function findMath(text: string): MathRange[] {
  return [...text.matchAll(MATH)].flatMap(({ index, 0: whole, groups = {} }) => {
    const tex = groups['double'] ?? groups['single'] ?? groups['round'] ?? groups['square'] ?? '';
    if (tex.trim() === '' || tex.length > LONGEST || UNSEEN.test(tex)) return [];
    const isDisplay = groups['double'] !== undefined || groups['square'] !== undefined;
    return [{ from: index, to: index + whole.length, tex, isDisplay }];
  });
}

/** Grows spans to the formulas that they touch: a formula is drawn, and so marked, as a whole. */
export function growToMath(spans: readonly Span[], math: readonly MathRange[]): Span[] {
  return spans.map(([from, to]) => {
    const touched = math.filter((range) => range.from < to && range.to > from);
    return [Math.min(from, ...touched.map((range) => range.from)), Math.max(to, ...touched.map((range) => range.to))];
  });
}
