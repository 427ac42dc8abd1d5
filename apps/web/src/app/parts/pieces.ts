import type { Span } from '../../api/types.ts';
import { findMath, growToMath, type MathRange } from './math.ts';
import { cutSegments, type Layer } from './segments.ts';

/** A piece of a text as it is drawn: as text, or as a formula; with the names of the layers that cover it. */
export interface Piece {
  readonly at: number;
  readonly text: string;
  readonly names: readonly string[];
  readonly math: MathRange | null;
}

/** Cuts a part of a text at its formulas and marks. The pieces together are that part. */
export function cutPieces(text: string, layers: readonly Layer[], [from, to]: Span = [0, text.length]): Piece[] {
  const math = findMath(text).filter((range) => range.from >= from && range.to <= to);
  const grown = layers.map(({ name, spans }) => ({ name, spans: growToMath(spans, math) }));
  const all = [
    ...grown,
    { name: '', spans: math.map((range): Span => [range.from, range.to]) },
    { name: '', spans: [[from, to] as const] },
  ];
  let at = 0;
  const pieces = cutSegments(text, all).map(({ text: part, names }): Piece => {
    const range = math.find((each) => each.from <= at && at < each.to) ?? null;
    const piece = { at, text: part, names: names.filter((name) => name !== ''), math: range };
    at += part.length;
    return piece;
  });
  const within = pieces.filter((piece) => piece.at >= from && piece.at < to);
  // A formula that a mark of another formula's edge has cut is drawn once.
  return within.filter(({ at: start, math: range }) => range === null || range.from === start);
}
