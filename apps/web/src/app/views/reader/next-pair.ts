/** Where something stands, in pixels from above. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The pair of sentences that an arrow goes to: the one beside the active one, or, where none is active or that one is out
 * of sight, the first or the last in sight.
 * @param pairs where each of them stands
 * @param view what of the page is in sight
 * @returns null where the arrow has to scroll instead: beyond the last pair, before the first, and through one that is
 *   longer than the view
 */
export function nextPair(active: number | null, step: 1 | -1, pairs: readonly Extent[], view: Extent): number | null {
  const isInSight = ({ top, bottom }: Extent): boolean => bottom > view.top && top < view.bottom;
  const at = active === null ? undefined : pairs[active];
  if (active === null || at === undefined || !isInSight(at)) {
    const found = step > 0 ? pairs.findIndex(isInSight) : pairs.findLastIndex(isInSight);
    return found < 0 ? null : found;
  }
  const isLonger = at.bottom - at.top > view.bottom - view.top;
  // A pixel of what was rounded is nothing to be read.
  if (isLonger && (step > 0 ? at.bottom > view.bottom + 1 : at.top < view.top - 1)) return null;
  return pairs[active + step] === undefined ? null : active + step;
}
