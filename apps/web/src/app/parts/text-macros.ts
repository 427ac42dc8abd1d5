import type { Span } from '../../api/types.ts';

/** How a stretch of running text is set. */
export type TextStyle = 'strong' | 'emphasis' | 'code';

/** A macro of TeX in running text, or a pair of its quotes. */
export interface TextMacro {
  /** How what stands between its two ends is set; null: as the rest. */
  readonly style: TextStyle | null;
  /** Of the original text. What is shown in their place is shorter, so spans of marks stay those of the original. */
  readonly open: Span;
  readonly close: Span;
  readonly shown: readonly [open: string, close: string];
}

const STYLES: Readonly<Record<string, TextStyle>> = {
  textbf: 'strong',
  textit: 'emphasis',
  emph: 'emphasis',
  texttt: 'code',
};
const MACRO = /\\(?<name>textbf|textit|emph|texttt)\{/g;

/** Within one paragraph; typists close with two strokes or with one double stroke. */
const QUOTES = /``(?=[^\s`])[^`\n]{1,400}?(?<![\s'])(?<close>''|")/g;

/**
 * The few macros of TeX that authors leave in running text. One whose brace is never closed is text; so is one of which a
 * formula holds a part, and one that is all that a mark covers: nothing that is marked may be without a letter to see.
 */
export function findTextMacros(text: string, math: readonly Span[], marked: readonly Span[]): TextMacro[] {
  const macros = [...text.matchAll(MACRO)].flatMap(({ index, 0: { length }, groups = {} }): TextMacro[] => {
    const end = closingBrace(text, index + length);
    const style = STYLES[groups['name'] ?? ''] ?? null;
    return end === null ? [] : [{ style, open: [index, index + length], close: [end, end + 1], shown: ['', ''] }];
  });
  const quotes = [...text.matchAll(QUOTES)].map(({ index, 0: whole, groups = {} }): TextMacro => {
    const end = index + whole.length;
    const close: Span = [end - (groups['close'] ?? '').length, end];
    return { style: null, open: [index, index + 2], close, shown: ['“', '”'] };
  });
  const found = [...macros, ...quotes].filter(
    ({ open, close }) => !math.some((span) => meet(span, open) || meet(span, close)),
  );
  const ends = found.flatMap(({ open, close }) => [open, close]);
  const bare = marked.filter(([from, to]) => isCovered([from, Math.min(to, text.length)], ends));
  return found.filter(({ open, close }) => !bare.some((span) => meet(span, open) || meet(span, close)));
}

/** @returns where the brace stands that closes the one before a place; null where none does */
function closingBrace(text: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return null;
}

function meet([from, to]: Span, [start, end]: Span): boolean {
  return from < end && to > start;
}

/** Whether every character of a span lies in one of some others that do not overlap. */
function isCovered([from, to]: Span, others: readonly Span[]): boolean {
  const covered = others.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
  return to > from && covered >= to - from;
}
