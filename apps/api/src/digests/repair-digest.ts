import { GENRES, type ArxivId, type PaperState, type PaperText } from '@diglot/domain';

/**
 * The texts of a digest with the best Chinese known: where the English is the one that the paper's state translates, its
 * Chinese takes the place of what the digest prints. Everything else stays as it is printed.
 */
export function repairEntries(
  entries: readonly (PaperText & { readonly arxivId: ArxivId })[],
  states: ReadonlyMap<ArxivId, PaperState>,
): PaperText[] {
  return entries.map((entry) => {
    const state = states.get(entry.arxivId);
    const { version, authors, link } = entry;
    const [title, abstract] = GENRES.map((genre) => {
      const { en, zh } = entry[genre];
      const best = state?.[genre];
      return { en, zh: best?.en === en && best.zh !== null ? best.zh : zh };
    });
    return { version, authors, link, title: title ?? entry.title, abstract: abstract ?? entry.abstract };
  });
}
