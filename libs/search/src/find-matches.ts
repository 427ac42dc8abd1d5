import type { Span } from '@diglot/domain';
import type { SearchClause, SearchQuery } from './parse-query.ts';
import { tokenize, type Token } from './tokenize.ts';

/** Where a text holds what a query asks for: ascending spans that neither touch nor overlap, for highlighting. */
export function findMatches(text: string, { clauses }: SearchQuery): Span[] {
  if (clauses.length === 0) return [];
  const tokens = tokenize(text);
  return join(clauses.flatMap((clause) => findClause(tokens, clause)));
}

function findClause(tokens: readonly Token[], clause: SearchClause): Span[] {
  const [only, second] = clause.tokens;
  if (only && !second && only.kind === 'han') return tokens.flatMap((token) => findInRun(token, only.text));
  return tokens.flatMap((_, index) => {
    const window = tokens.slice(index, index + clause.tokens.length);
    const span = matchWindow(window, clause.tokens);
    return span ? [span] : [];
  });
}

/** Every place of a Chinese text inside a run. */
function findInRun({ kind, text, span }: Token, wanted: string): Span[] {
  if (kind !== 'han') return [];
  const spans: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    spans.push(part(span, text, at, at + wanted.length));
  }
  return spans;
}

/** The tokens of a clause against as many of the text: the first and the last may be ends of longer Chinese runs. */
function matchWindow(window: readonly Token[], wanted: readonly Token[]): Span | null {
  const last = wanted.length - 1;
  const matches =
    window.length === wanted.length &&
    wanted.every(({ kind, text }, index) => {
      const token = window[index];
      if (token?.kind !== kind) return false;
      if (kind === 'han' && index === 0) return token.text.endsWith(text);
      if (kind === 'han' && index === last) return token.text.startsWith(text);
      return token.text === text;
    });
  const [first, final] = [window[0], window[last]];
  const [head, tail] = [wanted[0], wanted[last]];
  if (!matches || !first || !final || !head || !tail) return null;
  const [from] = part(first.span, first.text, first.text.length - head.text.length, first.text.length);
  const [, to] = part(final.span, final.text, 0, tail.text.length);
  return [head.kind === 'han' ? from : first.span[0], tail.kind === 'han' ? to : final.span[1]];
}

/** A part of a token; all of it where folding changed its length. */
function part([from, to]: Span, text: string, start: number, end: number): Span {
  return to - from === text.length ? [from + start, from + end] : [from, to];
}

function join(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
