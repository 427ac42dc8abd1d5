const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.?d)\.?$/i;
const LONGEST_SUFFIX = 6;
const UNEVEN_SPACE = /[\t\r\n]| {2}/;
const SPACES = /[ \t\r\n]+/g;
const SEPARATOR = ', ';

/** The names of a list. */
export interface AuthorList {
  readonly authors: readonly string[];
  /** Whether {@link joinAuthors} gives back the very list. */
  readonly isCanonical: boolean;
}

/**
 * Splits a list of authors at its commas, but not inside of parentheses (`A (MIT, USA), B`) nor before a suffix
 * (`A, Jr., B`). A parenthesis without a partner is text; runs of white space become one space.
 */
export function splitAuthors(list: string): AuthorList {
  if (!list.includes('(') && !UNEVEN_SPACE.test(list)) {
    // Nearly every list is of this kind: nothing to do but to split it, which joining undoes.
    const authors = list.split(SEPARATOR);
    if (authors.every(isPlainName)) return { authors, isCanonical: true };
  }
  const authors = splitCarefully(withEvenSpace(list));
  return { authors, isCanonical: joinAuthors(authors) === list };
}

/** The other way; what {@link splitAuthors} gave comes back. */
export function joinAuthors(authors: readonly string[]): string {
  return authors.join(SEPARATOR);
}

/** The text on one line, with one space at a time; a no-break space is text. */
export function withEvenSpace(text: string): string {
  return UNEVEN_SPACE.test(text) ? text.replace(SPACES, ' ') : text;
}

function splitCarefully(list: string): string[] {
  const authors: string[] = [];
  for (const piece of splitOutsideParentheses(list)) {
    // Not `trim`, which would take a no-break space too.
    const name = piece.slice(piece.startsWith(' ') ? 1 : 0, piece.endsWith(' ') ? -1 : undefined);
    const before = authors.at(-1);
    if (name === '') continue;
    if (before !== undefined && isSuffix(name)) authors[authors.length - 1] = before + SEPARATOR + name;
    else authors.push(name);
  }
  return authors;
}

function isPlainName(name: string): boolean {
  return name !== '' && !name.startsWith(' ') && !name.endsWith(' ') && !name.includes(',') && !isSuffix(name);
}

function isSuffix(name: string): boolean {
  return name.length <= LONGEST_SUFFIX && SUFFIX.test(name);
}

function splitOutsideParentheses(list: string): string[] {
  const closers = partners(list);
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < list.length; at += 1) {
    const closer = closers.get(at);
    if (closer !== undefined) at = closer;
    else if (list[at] === ',') {
      pieces.push(list.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, list.slice(from)];
}

/** Offsets of opening parentheses that are closed, with those of their partners. */
function partners(list: string): Map<number, number> {
  const open: number[] = [];
  const closers = new Map<number, number>();
  for (let at = 0; at < list.length; at += 1) {
    if (list[at] === '(') open.push(at);
    if (list[at] !== ')') continue;
    const opener = open.pop();
    if (opener !== undefined) closers.set(opener, at);
  }
  return closers;
}
