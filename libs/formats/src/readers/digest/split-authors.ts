const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.?d)\.?$/i;
const LONGEST_SUFFIX = 6;
const UNEVEN_SPACE = /[\t\r\n]| {2}/;
const SPACES = /[ \t\r\n]+/g;

/**
 * Splits a list of authors at its commas, but not inside of parentheses (`A (MIT, USA), B`) nor before a suffix
 * (`A, Jr., B`). A parenthesis without a partner is text; runs of white space become one space.
 */
export function splitAuthors(list: string): string[] {
  const authors: string[] = [];
  for (const piece of splitOutsideParentheses(withEvenSpace(list))) {
    const name = withoutOuterSpace(piece);
    const before = authors.at(-1);
    if (name === '') continue;
    if (before !== undefined && name.length <= LONGEST_SUFFIX && SUFFIX.test(name)) {
      authors[authors.length - 1] = `${before}, ${name}`;
    } else authors.push(name);
  }
  return authors;
}

/** The text on one line, with one space at a time; a no-break space is text. */
export function withEvenSpace(text: string): string {
  return UNEVEN_SPACE.test(text) ? text.replace(SPACES, ' ') : text;
}

/** The other way; what {@link splitAuthors} gave comes back. */
export function joinAuthors(authors: readonly string[]): string {
  return authors.join(', ');
}

function splitOutsideParentheses(list: string): string[] {
  if (!list.includes('(')) return list.split(',');
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

/** Not `trim`, which would take a no-break space too. */
function withoutOuterSpace(piece: string): string {
  return piece.slice(piece.startsWith(' ') ? 1 : 0, piece.endsWith(' ') ? -1 : undefined);
}
