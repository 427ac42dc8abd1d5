import type { Span } from '@diglot/domain';

/** A piece of a text; marked ones are what a finding is about. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** What moves a cursor or turns the direction of writing; tabs and line ends are left. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Code units around the first mark that a terminal shows. */
const AROUND = 44;
const LONGEST_MARK = 120;
/** More spans say no more. */
const MAX_SPANS = 50;

/** A text cut into marked and unmarked pieces; spans may overlap and come in any order. */
export function pieces(text: string, spans: readonly Span[], window: Span = [0, text.length]): Piece[] {
  const found: Piece[] = [];
  let at = window[0];
  const push = (to: number, isMarked: boolean): void => {
    if (to > at) found.push({ text: text.slice(at, to), isMarked });
    at = Math.max(at, to);
  };
  const sorted = spans.slice(0, MAX_SPANS).toSorted(([first], [second]) => first - second);
  for (const [from, to] of sorted) {
    if (to <= at || from >= window[1]) continue;
    push(Math.max(at, from), false);
    push(Math.min(to, window[1]), true);
  }
  push(window[1], false);
  return found;
}

/** The surroundings of the first mark, or the beginning, on one line. */
export function excerpt(text: string, spans: readonly Span[]): Piece[] {
  const [from, to] = spans[0] ?? [0, 0];
  const start = whole(text, Math.max(0, from - AROUND));
  const end = whole(text, Math.min(text.length, Math.min(to, from + LONGEST_MARK) + AROUND));
  const cut = pieces(text, spans, [start, end]);
  return [
    ...(start > 0 ? [{ text: '…', isMarked: false }] : []),
    ...cut.map((piece) => ({ ...piece, text: plain(piece.text) })),
    ...(end < text.length ? [{ text: '…', isMarked: false }] : []),
  ];
}

/** No character of two units is cut in two. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/u.test(text.charAt(at)) && at > 0 ? at - 1 : at);

/** Nothing that moves a cursor, turns the direction of writing or breaks a line: a text may come from anybody. */
export const plain = (text: string): string => withoutControls(text.replaceAll(/\s+/gu, ' '));

/** The same, but for white space. */
export function withoutControls(text: string): string {
  return text.replaceAll(CONTROLS, '·');
}
