import { isSpace, lineEnd, trimEnd } from '../../text/white-space.ts';
import type { RawField } from '../digest/split-blocks.ts';
import { ABSTRACT, AUTHORS, CLOSING, HEADING_MARK, readHeading, TITLE, type Heading } from './grammar.ts';

/** The extent of one paper and of its fields. */
export interface RawPaper {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly title: RawField;
  readonly link: string;
  readonly authors: RawField | null;
  readonly abstract: RawField | null;
  /** Whether a line of its own ends its abstract. */
  readonly isClosed: boolean;
}

type OpenPaper = { -readonly [Part in keyof RawPaper]: RawPaper[Part] };

/** Splits a digest of summaries into papers in one pass, a part of the text at a time. */
export class PaperSplitter {
  private readonly text: string;
  private start = 0;
  private line = 1;
  private papers: RawPaper[] = [];
  private open: OpenPaper | null = null;
  private abstractFrom: { readonly start: number; readonly line: number } | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get isDone(): boolean {
    return this.start >= this.text.length;
  }

  /** The papers that are known to have ended when so many characters more have been looked at. */
  next(length: number): RawPaper[] {
    const { text } = this;
    const until = Math.min(this.start + length, text.length);
    while (this.start < until) {
      const end = lineEnd(text, this.start);
      this.take(this.start, trimEnd(text, this.start, end));
      this.start = end + 1;
      this.line += 1;
    }
    if (this.isDone) this.close(text.length);
    const { papers } = this;
    this.papers = [];
    return papers;
  }

  private take(start: number, end: number): void {
    const { text, open } = this;
    const heading = text.startsWith(HEADING_MARK, start) ? readHeading(text.slice(start, end)) : null;
    if (heading) this.begin(heading, start);
    else if (open === null) return;
    else if (this.abstractFrom) this.takeInAbstract(start, end);
    else if (open.abstract !== null) return;
    else if (text.startsWith(ABSTRACT.mark, start)) this.abstractFrom = { start, line: this.line };
    else if (open.authors === null && this.isEmphasis(start, end)) {
      open.authors = { form: AUTHORS, start, from: start + 1, to: end - 1, line: this.line };
    }
  }

  private takeInAbstract(start: number, end: number): void {
    if (end - start !== CLOSING.length || !this.text.startsWith(CLOSING, start)) return;
    if (this.open) this.open.isClosed = true;
    this.endAbstract(start);
  }

  /** `*names*`, but no `**bold**` and no list. */
  private isEmphasis(start: number, end: number): boolean {
    const { text } = this;
    const isMarked = text.startsWith('*', start) && text.startsWith('*', end - 1) && end - start > 1;
    return isMarked && !text.startsWith('**', start) && !isSpace(text.charCodeAt(start + 1));
  }

  private begin({ title: [from, to], link }: Heading, start: number): void {
    this.close(start);
    const { line } = this;
    const title = { form: TITLE, start, from: start + from, to: start + to, line };
    this.open = { line, start, end: start, title, link, authors: null, abstract: null, isClosed: false };
  }

  private endAbstract(to: number): void {
    const { abstractFrom, open } = this;
    if (abstractFrom === null || open === null) return;
    const { start, line } = abstractFrom;
    open.abstract = { form: ABSTRACT, start, from: start + ABSTRACT.mark.length, to, line };
    this.abstractFrom = null;
  }

  private close(end: number): void {
    this.endAbstract(end);
    if (this.open) this.papers.push({ ...this.open, end });
    this.open = null;
  }
}
