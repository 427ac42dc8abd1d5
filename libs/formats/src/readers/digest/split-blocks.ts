import { LONGEST_BLOCK } from '../../digest-file.ts';
import { isBlank, lineEnd } from '../../text/white-space.ts';
import {
  isHeadingAt,
  isSeparatorLine,
  isTitleAt,
  labelAt,
  skipByteOrderMarks,
  TITLE,
  type FieldForm,
} from './grammar.ts';

/** Where a field's text stands: `[from, to)`, not yet trimmed. */
export interface RawField {
  readonly form: FieldForm;
  /** Offset of its mark. */
  readonly start: number;
  /** Offset behind its mark. */
  readonly from: number;
  readonly to: number;
  /** Line of `start`, from 1. */
  readonly line: number;
}

/** The extent of one block and of its fields. */
export interface RawBlock {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Fields in the order of the file, repeated ones too; the title first, if there is one. All, unless it is too large. */
  readonly fields: readonly RawField[];
  /** Whether a separator, or nothing, stands before it. */
  readonly separated: boolean;
  /** Whether a separator stands after it. */
  readonly closed: boolean;
}

/** A line whose meaning depends on the next line that is not blank. */
interface Held {
  readonly what: 'separator' | 'title';
  readonly start: number;
  readonly line: number;
  /** The first of the headings behind a separator, which may be of a section. */
  readonly heading: Beginning | null;
}

interface Beginning {
  readonly start: number;
  readonly line: number;
}

/**
 * Splits a digest into blocks in one pass, a part of the text at a time: every line is looked at once.
 *
 * A `---` line ends a block only if the next line that is not blank is a title, the end of the file, or a label that
 * cannot come next in this block (a title line was lost). Headings of sections may stand between; they belong to no
 * block. A title line begins a block after a separator; inside of a
 * block it does so only if such a label follows it (a separator was lost) or no field has begun. Everything else is
 * text of the field before it.
 */
export class BlockSplitter {
  private readonly text: string;
  private start = 0;
  private line = 1;
  private blocks: RawBlock[] = [];
  private open: OpenBlock | null = null;
  private held: Held | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get isDone(): boolean {
    return this.start >= this.text.length;
  }

  /** The blocks that are known to have ended when so many characters more have been looked at. */
  next(length: number): RawBlock[] {
    const { text } = this;
    const until = Math.min(this.start + length, text.length);
    while (this.start < until) {
      // A line that is blank for as long as a block may be need not be looked at to its end.
      const end = lineEnd(text, this.start);
      if (!isBlank(text, this.start, Math.min(end, this.start + LONGEST_BLOCK))) this.take(this.start, end, this.line);
      this.start = end + 1;
      this.line += 1;
    }
    if (this.isDone) this.finish();
    const { blocks } = this;
    this.blocks = [];
    return blocks;
  }

  private finish(): void {
    const atEnd = this.held?.what === 'separator' && !this.held.heading ? this.held.start : null;
    this.close(atEnd ?? this.text.length, atEnd !== null);
  }

  private take(lineStart: number, end: number, line: number): void {
    const { text } = this;
    const start = skipByteOrderMarks(text, lineStart);
    if (start > lineStart && isBlank(text, start, end)) return;
    if (this.held?.what === 'separator' && isHeadingAt(text, start)) {
      this.held = { ...this.held, heading: this.held.heading ?? { start, line } };
      return;
    }
    const label = labelAt(text, start);
    const isTitle = label === null && isTitleAt(text, start);
    this.resolveHeld(label, isTitle);
    if (label) this.block(start, line).begin(label, start, line);
    else if (isTitle) this.takeTitle(start, line);
    else if (!isSeparatorLine(text, start, end)) this.block(start, line);
    else if (this.open) this.held = { what: 'separator', start, line, heading: null };
  }

  private takeTitle(start: number, line: number): void {
    if (this.open?.hasLabels) this.held = { what: 'title', start, line, heading: null };
    else this.beginTitled(start, line);
  }

  /** Now that the next line is known, what was the line before? */
  private resolveHeld(label: FieldForm | null, isTitle: boolean): void {
    const { held, open } = this;
    if (!held || !open) return;
    this.held = null;
    const cannotComeNext = label !== null && !open.allows(label);
    if (held.what === 'title' && cannotComeNext) this.beginTitled(held.start, held.line);
    if (held.what === 'separator' && (isTitle || cannotComeNext)) this.endAt(held);
  }

  /** Ends the block at a separator; the headings behind it are text that belongs nowhere. */
  private endAt({ start, heading }: Held): void {
    this.close(start, true);
    if (heading) this.block(heading.start, heading.line);
  }

  private beginTitled(start: number, line: number): void {
    const separated = !this.open?.isPaper;
    this.close(start, false);
    this.open = new OpenBlock(start, line, separated);
    this.open.begin(TITLE, start, line);
  }

  /** The block that is open, or one that begins without a title. */
  private block(start: number, line: number): OpenBlock {
    this.open ??= new OpenBlock(start, line, true);
    return this.open;
  }

  private close(end: number, closed: boolean): void {
    if (this.open) this.blocks.push(this.open.finish(end, closed));
    this.open = null;
    this.held = null;
  }
}

/** Its end is known when the next field begins. */
type OpenField = RawField & { to: number };

class OpenBlock {
  private readonly start: number;
  private readonly line: number;
  private readonly separated: boolean;
  private readonly fields: RawField[] = [];
  private last: OpenField | null = null;
  private rank = -1;

  constructor(start: number, line: number, separated: boolean) {
    this.start = start;
    this.line = line;
    this.separated = separated;
  }

  /** Whether it has a title or a field; else it is text that belongs nowhere. */
  get isPaper(): boolean {
    return this.last !== null;
  }

  get hasLabels(): boolean {
    return this.rank > TITLE.rank;
  }

  /** Whether, by the canonical order, the label may come next. */
  allows(label: FieldForm): boolean {
    return label.rank > this.rank;
  }

  begin(form: FieldForm, start: number, line: number): void {
    this.endField(start);
    this.last = { form, start, from: start + form.mark.length, to: start, line };
    if (start - this.start <= LONGEST_BLOCK) this.fields.push(this.last);
    this.rank = Math.max(this.rank, form.rank);
  }

  finish(end: number, closed: boolean): RawBlock {
    this.endField(end);
    const { line, start, separated, fields } = this;
    return { line, start, end, fields, separated, closed };
  }

  private endField(to: number): void {
    if (this.last) this.last.to = to;
  }
}
