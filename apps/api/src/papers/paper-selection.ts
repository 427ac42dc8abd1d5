import { parseQuery, type SearchQuery } from '@diglot/domain';
import type { FacetsQuery } from '../contract/papers.schema.ts';
import type { PaperSelection } from './paper-list.statement.ts';

/** @returns null when nothing can match: what is asked for holds only punctuation */
export function toSelection(query: FacetsQuery): PaperSelection | null {
  const { verdict = null, status = null, source = null, category = null, topic = null, issue = null } = query;
  const { date = null, from = null, to = null } = query;
  const search = toSearch(query.q);
  const author = query.author === undefined ? null : parseQuery(`"${query.author.replaceAll('"', ' ')}"`);
  if (search?.isEmpty || author?.isEmpty) return null;
  return { search, verdict, status, source, category, topic, author, issue, date, from, to };
}

/** @returns null when nothing is asked for */
export function toSearch(q: string | undefined): SearchQuery | null {
  return q === undefined || q.trim() === '' ? null : parseQuery(q);
}
