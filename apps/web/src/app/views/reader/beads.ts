import type { Bead, Bilingual, Side, Span } from '../../../api/types.ts';

/** What of both texts is shown beside each other; an empty span where a language has nothing. */
export type ShownBead = Readonly<Record<Side, Span>>;

/**
 * The pairs of sentences to be shown. Without an alignment the texts stand beside each other as wholes. The pairs of each
 * language cover its text from end to end, so that nothing of it is left out by what was aligned.
 */
export function shownBeads({ en, zh }: Bilingual, alignment: readonly Bead[]): ShownBead[] {
  const chinese = zh ?? '';
  const beads: readonly Bead[] = alignment.length === 0 ? [{ en: [0, en.length], zh: [0, chinese.length] }] : alignment;
  const english = stretch(
    beads.map((bead) => bead.en),
    en.length,
  );
  const other = stretch(
    beads.map((bead) => bead.zh),
    chinese.length,
  );
  return beads.map((_, index) => ({ en: english[index] ?? [0, 0], zh: other[index] ?? [0, 0] }));
}

/** Lets each span that holds something begin where the one before it ended, and the last one end with the text. */
function stretch(spans: readonly (Span | null)[], length: number): Span[] {
  let end = 0;
  const last = spans.findLastIndex((span) => span !== null);
  return spans.map((span, index) => {
    if (span === null) return [end, end];
    const from = end;
    end = index === last ? length : Math.max(from, Math.min(span[1], length));
    return [from, end];
  });
}
