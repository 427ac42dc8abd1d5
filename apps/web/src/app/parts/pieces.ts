import type { Span } from '../../api/types.ts';
import { findMath, growToMath, type MathRange } from './math.ts';
import { cutSegments, type Layer } from './segments.ts';
import { findTextMacros, type TextStyle } from './text-macros.ts';

/** A piece of a text as it is drawn: as text, or as a formula; with the names of the layers that cover it. */
export interface Piece {
  /** Where it begins in the original text. */
  readonly at: number;
  readonly text: string;
  readonly names: readonly string[];
  readonly math: MathRange | null;
  readonly styles: readonly TextStyle[];
}

/** What is asked of the pieces of a text. */
export interface PieceOptions {
  /** The part of it that is cut. */
  readonly part?: Span;
  /** Whether macros of TeX in running text stay as somebody wrote them. */
  readonly asWritten?: boolean;
}

/**
 * Cuts a part of a text at its formulas, its marks and its macros. The pieces together are that part, but for the ends of
 * macros, which are left out or stand for a quote.
 */
export function cutPieces(text: string, layers: readonly Layer[], options: PieceOptions = {}): Piece[] {
  const { part: [from, to] = [0, text.length], asWritten = false } = options;
  const math = findMath(text).filter((range) => range.from >= from && range.to <= to);
  const formulas = math.map((range): Span => [range.from, range.to]);
  const grown = layers.map(({ name, spans }) => ({ name, spans: growToMath(spans, math) }));
  const macros = asWritten
    ? []
    : findTextMacros(
        text,
        formulas,
        grown.flatMap(({ spans }) => spans),
      );
  const ends = macros.flatMap(({ open, close, shown }) => [
    { span: open, shown: shown[0] },
    { span: close, shown: shown[1] },
  ]);
  const edges = [...formulas, ...ends.map(({ span }) => span), [from, to] as const];
  const pieces: Piece[] = [];
  let at = 0;
  for (const { text: part, names } of cutSegments(text, [...grown, { name: '', spans: edges }])) {
    const [start, end] = [at, at + part.length];
    at = end;
    if (start < from || start >= to) continue;
    const range = math.find((each) => each.from <= start && start < each.to) ?? null;
    // A formula that a mark of another formula's edge has cut is drawn once.
    if (range !== null && range.from !== start) continue;
    const macroEnd = ends.find(({ span }) => span[0] <= start && start < span[1]);
    const shown = macroEnd === undefined ? part : macroEnd.span[0] === start ? macroEnd.shown : '';
    if (shown === '') continue;
    const around = macros.filter(({ open, close }) => open[1] <= start && end <= close[0]);
    pieces.push({
      at: start,
      text: shown,
      names: names.filter((name) => name !== ''),
      math: range,
      styles: [...new Set(around.flatMap(({ style }) => style ?? []))],
    });
  }
  return pieces;
}
