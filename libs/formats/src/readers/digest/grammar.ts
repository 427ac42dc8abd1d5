import type { DigestField } from '../../digest-file.ts';

const HASH = 0x23;
const ASTERISK = 0x2a;
const HYPHEN = 0x2d;
const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** How a title begins. */
export const TITLE_MARK = '# ';
/** What ends a block. */
export const SEPARATOR = '---';

/** A field's label and its place in the canonical order. */
export interface Label {
  readonly field: DigestField;
  readonly mark: string;
  readonly rank: number;
}

/** The labels of a block in the canonical order; a field begins nowhere else than at one of these at the start of a line. */
export const LABELS: readonly Label[] = (
  [
    ['title-zh', '**Title (ZH)**:'],
    ['authors', '**Authors**:'],
    ['link', '**Link**:'],
    ['abstract', '**Abstract**:'],
    ['abstract-zh', '**Abstract (ZH)**:'],
  ] as const
).map(([field, mark], rank) => ({ field, mark, rank }));

/** The label that stands at `offset`, or null. */
export function labelAt(text: string, offset: number): Label | null {
  if (text.charCodeAt(offset) !== ASTERISK) return null;
  return LABELS.find(({ mark }) => text.startsWith(mark, offset)) ?? null;
}

/** Whether a title begins at `offset`. */
export function isTitleAt(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === HASH && text.charCodeAt(offset + 1) === SPACE;
}

/** Whether the line `[start, end)` is `---`, with white space after it or not. */
export function isSeparatorLine(text: string, start: number, end: number): boolean {
  return (
    text.charCodeAt(start) === HYPHEN &&
    text.startsWith(SEPARATOR, start) &&
    isBlank(text, start + SEPARATOR.length, end)
  );
}

/** Whether `[start, end)` is white space. */
export function isBlank(text: string, start: number, end: number): boolean {
  return skipSpace(text, start, end) === end;
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
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** White space of the format; a no-break space is text, and kept. */
function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}
