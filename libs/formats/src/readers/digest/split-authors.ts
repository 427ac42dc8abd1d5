const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.?d)\.?$/i;
const LONGEST_SUFFIX = 6;
const UNEVEN_SPACE = /[\t\r\n]| {2}/;
const SPACES = /[ \t\r\n]+/g;
const SEPARATOR = ', ';
const SPACE = 0x20;
const PARENTHESIS = 0x28;
const COMMA = 0x2c;

/**
 * Splits a list of authors at its commas, but not inside of parentheses (`A (MIT, USA), B`) nor before a suffix
 * (`A, Jr., B`). A parenthesis without a partner is text; runs of white space become one space.
 */
export function splitAuthors(list: string): readonly string[] {
  return splitPlainly(list) ?? splitCarefully(withEvenSpace(list));
}

/** The other way; what {@link splitAuthors} gave comes back. */
export function joinAuthors(authors: readonly string[]): string {
  return authors.join(SEPARATOR);
}

/** The text on one line, with one space at a time; a no-break space is text. */
export function withEvenSpace(text: string): string {
  return UNEVEN_SPACE.test(text) ? text.replace(SPACES, ' ') : text;
}

/** The names of a list that only has to be cut at its separators, as nearly every list; null for any other. */
function splitPlainly(list: string): string[] | null {
  const authors: string[] = [];
  let from = 0;
  for (let at = 0; at <= list.length; at += 1) {
    const code = at === list.length ? COMMA : list.charCodeAt(at);
    if (code > COMMA) continue;
    const isSecondSpace = code === SPACE && (at === from || list.charCodeAt(at - 1) === SPACE);
    // White space other than a space; a control character beside it is for the careful way to keep.
    if (isSecondSpace || code < SPACE || code === PARENTHESIS) return null;
    if (code !== COMMA) continue;
    const name = list.slice(from, at);
    const isAlone = at === list.length || list.charCodeAt(at + 1) === SPACE;
    if (!isAlone || name === '' || name.endsWith(' ') || isSuffix(name)) return null;
    authors.push(name);
    from = at + SEPARATOR.length;
    at += 1;
  }
  return authors;
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
