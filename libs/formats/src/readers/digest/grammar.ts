import type { DigestField } from '../../digest-file.ts';
import { isBlank, isSpace } from '../../text/white-space.ts';

const HASH = 0x23;
const ASTERISK = 0x2a;
const HYPHEN = 0x2d;

const UNDERSCORE = 0x5f;
const NO_BREAK_SPACE = 0xa0;
const IDEOGRAPHIC_SPACE = 0x3000;
const BYTE_ORDER_MARK = 0xfeff;

/** What ends a block, canonically. */
export const SEPARATOR = '---';

/**
 * One field of a block. Canonically it is printed as its mark, a space, its text and its ending, whose spaces are
 * those that the digests out there have.
 */
export interface FieldForm {
  readonly field: DigestField;
  readonly mark: string;
  readonly ending: string;
  /** Place in the canonical order. */
  readonly rank: number;
}

/** A block's heading. */
export const TITLE: FieldForm = { field: 'title', mark: '#', ending: ' \n\n', rank: 0 };

/** May be without a name, but not without a label. */
const AUTHORS: FieldForm = { field: 'authors', mark: '**Authors**:', ending: '  \n\n', rank: 2 };

/** The labels in the canonical order; a field begins at one of these at the start of a line, and nowhere else. */
export const LABELS: readonly FieldForm[] = [
  { field: 'title-zh', mark: '**Title (ZH)**:', ending: ' \n\n', rank: 1 },
  AUTHORS,
  { field: 'link', mark: '**Link**:', ending: '  \n\n', rank: 3 },
  { field: 'abstract', mark: '**Abstract**:', ending: ' \n\n', rank: 4 },
  { field: 'abstract-zh', mark: '**Abstract (ZH)**:', ending: ' \n\n', rank: 5 },
];

/** The label that stands at `offset`, or null. */
export function labelAt(text: string, offset: number): FieldForm | null {
  if (text.charCodeAt(offset) !== ASTERISK) return null;
  for (const label of LABELS) if (text.startsWith(label.mark, offset)) return label;
  return null;
}

/** Where in a text the first label stands at the beginning of a line; -1 where none does. */
export function findLabel(text: string, from: number): number {
  const offsets = LABELS.flatMap(({ mark }) => {
    if (text.startsWith(mark, from)) return [from];
    const found = text.indexOf(`\n${mark}`, from);
    return found === -1 ? [] : [found + 1];
  });
  return offsets.length === 0 ? -1 : Math.min(...offsets);
}

/**
 * Whether a title line begins at `offset`; a `#` alone counts, for spaces at the end of a line must mean nothing. The
 * spaces that Chinese keyboards and web pages give count too.
 */
export function isTitleAt(text: string, offset: number): boolean {
  if (text.charCodeAt(offset) !== HASH) return false;
  const next = text.charCodeAt(offset + 1);
  return isSpace(next) || next === NO_BREAK_SPACE || next === IDEOGRAPHIC_SPACE || offset + 1 === text.length;
}

/** Whether a heading begins at `offset` that is no title: of a section (`## Robotics`), or written wrongly (`#Title`). */
export function isHeadingAt(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === HASH && !isTitleAt(text, offset);
}

/**
 * Whether the line `[start, end)` is `---`, or another rule of Markdown (`-----`, `***`, `___`), with white space after it
 * or not.
 */
export function isSeparatorLine(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== HYPHEN && mark !== ASTERISK && mark !== UNDERSCORE) return false;
  let at = start + 1;
  while (at < end && text.charCodeAt(at) === mark) at += 1;
  return at - start >= SEPARATOR.length && isBlank(text, at, end);
}

/** Behind the byte order marks that stand at `offset`: files joined with `cat` leave them at the beginning of a line. */
export function skipByteOrderMarks(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === BYTE_ORDER_MARK) at += 1;
  return at;
}
