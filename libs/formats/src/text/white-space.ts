const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Whether `[start, end)` is white space. */
export function isBlank(text: string, start: number, end: number): boolean {
  // Half of the lines of a digest are empty, and most others begin with a letter.
  return start === end || (isSpace(text.charCodeAt(start)) && skipSpace(text, start, end) === end);
}

/** The first offset in `[start, end)` that is not white space, else `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && isSpace(text.charCodeAt(offset))) offset += 1;
  return offset;
}

/** The end of `[start, end)` without the white space before it. */
export function trimEnd(text: string, start: number, end: number): number {
  let offset = end;
  while (offset > start && isSpace(text.charCodeAt(offset - 1))) offset -= 1;
  return offset;
}

/** Where the line that holds `offset` ends: at its line feed, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  // Half of the lines of a digest are empty, and a call of `indexOf` costs more than this look.
  if (text.charCodeAt(offset) === LINE_FEED) return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** White space of all formats; a no-break space is text, and kept. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}
