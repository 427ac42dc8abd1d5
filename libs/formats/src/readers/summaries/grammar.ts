import type { FieldForm } from '../digest/grammar.ts';

const HEADING = /^### \[\d{1,6}\] \[/;
const TARGET = '](';

/** What precedes the heading of every paper. */
export const HEADING_MARK = '### [';
/** The line that ends an abstract. */
export const CLOSING = '</details>';

export const TITLE: FieldForm = { field: 'title', mark: HEADING_MARK, ending: '', rank: 0 };
export const AUTHORS: FieldForm = { field: 'authors', mark: '*', ending: '', rank: 2 };
export const ABSTRACT: FieldForm = { field: 'abstract', mark: 'Abstract:', ending: '', rank: 4 };

/** Where title and link of a heading stand, as offsets in its line. */
export interface Heading {
  readonly title: readonly [from: number, to: number];
  readonly link: string;
}

/** Reads `### [1] [title](https://arxiv.org/abs/…)`; the title may hold brackets. @returns null for any other line */
export function readHeading(line: string): Heading | null {
  const from = HEADING.exec(line)?.[0].length;
  if (from === undefined || !line.endsWith(')')) return null;
  const to = line.lastIndexOf(TARGET);
  return to < from ? null : { title: [from, to], link: line.slice(to + TARGET.length, -1) };
}
