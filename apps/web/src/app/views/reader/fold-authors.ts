/** So many names are read; more of them push the abstract out of sight. */
const MOST = 10;
/** Fewer than these more are not worth a button. */
const FEWEST_FOLDED = 3;

/** @returns the authors who are shown, and how many more there are */
export function foldAuthors(authors: readonly string[]): { readonly shown: readonly string[]; readonly more: number } {
  if (authors.length < MOST + FEWEST_FOLDED) return { shown: authors, more: 0 };
  return { shown: authors.slice(0, MOST), more: authors.length - MOST };
}
