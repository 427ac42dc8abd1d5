import type { DiglotEvent } from '@diglot/contracts';
import type { ArxivId, CalendarDate, PaperState } from '@diglot/domain';
import { searchDocument, type SearchDocument } from '@diglot/search';
import { facetTerms, facetsOf, groupOf, type FacetGroup } from './paper-facets.ts';

/** What a paper is found and counted by. */
export interface PaperDocument extends SearchDocument {
  /** The part of the body that authors are looked for in. */
  readonly authors: string;
  /** null: nobody prints the paper. */
  readonly group: FacetGroup | null;
}

/** What search holds of one paper. */
export interface SearchRow {
  readonly arxivId: ArxivId;
  readonly revision: number;
  readonly newestDate: CalendarDate | null;
  readonly document: PaperDocument;
}

const NOTHING: PaperDocument = { terms: [], body: '', authors: '', group: null };

/** The document of a state: titles and abstracts in both languages, and the authors. Empty once nobody prints the paper. */
export function toDocument(state: PaperState | null): PaperDocument {
  if (state === null) return NOTHING;
  const { title, abstract, authors } = state;
  const texts = [title.en, title.zh, abstract.en, abstract.zh].filter((text) => text !== null);
  const facets = facetsOf(state);
  const { terms, body } = searchDocument([...texts, ...authors]);
  return {
    terms: [...terms, ...facetTerms(facets)],
    body,
    authors: searchDocument(authors).body,
    group: groupOf(facets),
  };
}

/** The row of each paper's newest state among some events. */
export function decideRows(
  deliveries: readonly { readonly event: DiglotEvent<'paper.state'>; readonly prepared: PaperDocument }[],
): SearchRow[] {
  const rows = new Map<string, SearchRow>();
  for (const { event, prepared: document } of deliveries) {
    const { subject, revision, data } = event;
    const other = rows.get(subject);
    if (other && other.revision >= revision) continue;
    rows.set(subject, { arxivId: subject as ArxivId, revision, newestDate: data?.newestDate ?? null, document });
  }
  return [...rows.values()];
}
