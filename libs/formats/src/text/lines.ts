import { LONGEST_BLOCK } from '../digest-file.ts';
import type { SourceText } from '../source/source-text.ts';
import { STEP_BYTES } from '../steps.ts';
import { lineEnd, skipSpace, trimEnd } from './white-space.ts';

/** One line with something in it. */
export interface Line {
  /** Without the white space around it; of a line that is longer than a block may be, the beginning. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** How much white space stands before the text. */
  readonly start: number;
  readonly isCut: boolean;
}

/** The lines of a file that are not blank, in order, a part of the file at a time. */
export class FilledLines {
  private readonly source: SourceText;
  private start: number;
  private number: number;

  constructor(source: SourceText) {
    this.source = source;
    this.start = source.text.lastIndexOf('\n', source.start) + 1;
    this.number = source.startLine;
  }

  get isDone(): boolean {
    return this.start >= this.source.text.length;
  }

  /** Those among the next lines, of so many characters together. */
  next(length: number): Line[] {
    const { text } = this.source;
    const lines: Line[] = [];
    const until = Math.min(this.start + length, text.length);
    for (; this.start < until; this.number += 1) {
      const end = lineEnd(text, this.start);
      const line = this.line(end);
      if (line) lines.push(line);
      this.start = end + 1;
    }
    return lines;
  }

  private line(end: number): Line | null {
    const { text } = this.source;
    const isCut = end - this.start > LONGEST_BLOCK;
    const until = isCut ? this.start + LONGEST_BLOCK : end;
    const from = skipSpace(text, this.start, until);
    if (from === until) return null;
    const filled = text.slice(from, trimEnd(text, from, until));
    return { text: filled, number: this.number, start: from - this.start, isCut };
  }
}

/** The first lines that are not blank, as far as the head of a file has so many. */
export function firstFilledLines(source: SourceText, count: number): Line[] {
  return new FilledLines(source).next(STEP_BYTES).slice(0, count);
}
