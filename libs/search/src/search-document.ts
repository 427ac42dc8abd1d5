import { termsOf } from './term.ts';
import { tokenize, type Token } from './tokenize.ts';

/** What is stored of a text so that it can be found. */
export interface SearchDocument {
  /** Distinct, ascending safe integers; what the index holds. */
  readonly terms: readonly number[];
  /**
   * Its tokens in order, words between spaces, Chinese runs as they are, one line per field: what a phrase is looked
   * for in, by plain substring.
   */
  readonly body: string;
}

/** The distinct terms of a text, ascending. */
export function searchTerms(text: string): number[] {
  return termsOf(tokenize(text));
}

/** Makes the document of some fields; a phrase never reaches from one field into the next. */
export function searchDocument(fields: readonly string[]): SearchDocument {
  const tokens = fields.map(tokenize);
  return { terms: termsOf(...tokens), body: tokens.map(toLine).join('\n') };
}

function toLine(tokens: readonly Token[]): string {
  return tokens.length === 0 ? '' : ` ${tokens.map(({ text }) => text).join(' ')} `;
}
