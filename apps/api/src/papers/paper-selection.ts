import type { IssueCode, TranslationStatus } from '@diglot/domain';
import { parseQuery, type SearchQuery } from '@diglot/search';
import type { FacetsQuery, PaperVerdict } from '../contract/papers.schema.ts';

/** Which papers; null: all. */
export interface PaperSelection {
  readonly search: SearchQuery | null;
  readonly verdict: PaperVerdict | null;
  readonly status: TranslationStatus | null;
  readonly source: string | null;
  readonly category: string | null;
  readonly topic: string | null;
  /** A phrase of one name. */
  readonly author: SearchQuery | null;
  readonly issue: IssueCode | null;
  readonly date: string | null;
  readonly printed: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** @returns null when nothing can match: what is asked for holds only punctuation */
export function toSelection(query: FacetsQuery): PaperSelection | null {
  const { verdict = null, status = null, source = null, category = null, topic = null, issue = null } = query;
  const { date = null, printed = null, from = null, to = null } = query;
  const search = toSearch(query.q);
  const author = query.author === undefined ? null : parseQuery(`"${query.author.replaceAll('"', ' ')}"`);
  if (search?.isEmpty || author?.isEmpty) return null;
  return { search, verdict, status, source, category, topic, author, issue, date, printed, from, to };
}

/** @returns null when nothing is asked for */
export function toSearch(q: string | undefined): SearchQuery | null {
  return q === undefined || q.trim() === '' ? null : parseQuery(q);
}

/** Whether the states alone answer it: then papers are there before search has taken them. */
export function needsNoSearch(selection: PaperSelection): boolean {
  const { search, status, source, category, topic, author, issue } = selection;
  const others = [status, source, category, topic, author, issue];
  return (search?.clauses.length ?? 0) === 0 && others.every((filter) => filter === null);
}
