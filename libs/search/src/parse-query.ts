import { parseArxivReference, type ArxivId } from '@diglot/domain';
import { isExact, queryTerms } from './term.ts';
import { tokenize, type Token } from './tokenize.ts';

/** Tokens that must stand beside each other. */
export interface SearchClause {
  readonly tokens: readonly Token[];
  /** What the index must hold; empty for a frequent Chinese character, which only the text can answer. */
  readonly terms: readonly number[];
  /** What the document's body must hold. */
  readonly needle: string;
  /** Whether the terms alone decide, so that nobody need look at the body. */
  readonly exact: boolean;
}

/** A query: one of the ids, if any, and all of the clauses. */
export interface SearchQuery {
  readonly ids: readonly ArxivId[];
  readonly clauses: readonly SearchClause[];
  /** Whether it holds nothing that can be looked for (only punctuation); then nothing matches. */
  readonly isEmpty: boolean;
}

/** `"a phrase"` (the last quotation mark may be missing), or anything between blanks. */
const PART = /"([^"]*)(?:"|$)|[^\s"]+/g;

/**
 * Reads what a person typed: words in any form, Chinese text (found as it is written), "quoted phrases" and arXiv
 * identifiers in any spelling. Everything must match; what is written together (`GPT-4`, `RAG检索`) must stand together.
 */
export function parseQuery(text: string): SearchQuery {
  const ids: ArxivId[] = [];
  const clauses: SearchClause[] = [];
  const plain = text.replace(/[“”„«»「」『』]/g, '"').replace(/\barxiv:\s+/gi, 'arxiv:');
  for (const { 0: part, 1: phrase } of plain.matchAll(PART)) {
    const id = parseArxivReference(phrase ?? part)?.id;
    if (id !== undefined) ids.push(id);
    else clauses.push(...toClause(tokenize(phrase ?? part)));
  }
  return { ids: [...new Set(ids)], clauses, isEmpty: ids.length + clauses.length === 0 };
}

function toClause(tokens: readonly Token[]): SearchClause[] {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return [];
  const terms = queryTerms(tokens);
  // A run of Chinese may go on beyond the query at its open ends, a word may not.
  const open = first.kind === 'han' ? '' : ' ';
  const close = last.kind === 'han' ? '' : ' ';
  const needle = `${open}${tokens.map(({ text }) => text).join(' ')}${close}`;
  return [{ tokens, terms, needle, exact: isExact(tokens) }];
}
