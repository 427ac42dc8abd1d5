import type { DiglotEvent } from '@diglot/contracts';
import { searchDocument, type ArxivId, type CalendarDate, type PaperState, type SearchDocument } from '@diglot/domain';

/** What search holds of one paper. */
export interface SearchRow {
  readonly arxivId: ArxivId;
  readonly revision: number;
  readonly newestDate: CalendarDate | null;
  readonly document: SearchDocument;
}

const NOTHING: SearchDocument = { terms: [], body: '' };

/** The document of a state: titles and abstracts in both languages, and the authors. Empty once nobody prints the paper. */
export function toDocument(state: PaperState | null): SearchDocument {
  if (state === null) return NOTHING;
  const { title, abstract, authors } = state;
  const texts = [title.en, title.zh, abstract.en, abstract.zh, ...authors];
  return searchDocument(texts.filter((text) => text !== null));
}

/** The row of each paper's newest state among some events. */
export function decideRows(
  deliveries: readonly { readonly event: DiglotEvent<'paper.state'>; readonly prepared: SearchDocument }[],
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
