import type { Side, Span } from '../../../../api/types.ts';
import { findMath } from '../../../parts/math.ts';

/**
 * Characters that are shown of a text before somebody asks for all of it. arXiv takes no abstract above 1,920 characters, and
 * Chinese is a third as long: nothing usual is cut.
 */
const MOST: Readonly<Record<Side, number>> = { en: 2_000, zh: 1_000 };
/** A cut that hides less than this part of what is shown costs more than it gives. */
const WORTH = 0.25;
/** How far back the end of a word is looked for. */
const WORD = 80;

/** Where a text is cut: at the end of a word if there is one near, within no formula and no pair of surrogates; null: nowhere. */
export function capOf(text: string, side: Side): number | null {
  const most = MOST[side];
  if (text.length <= most * (1 + WORTH)) return null;
  const formula = findMath(text).find(({ from, to }) => from < most && most < to);
  // A formula that is the whole beginning is cut all the same, and stands there as it is written.
  if (formula && formula.from > most / 2) return formula.from;
  const space = text.lastIndexOf(' ', most);
  if (space > most - WORD) return space;
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** How many marks begin behind the cut, so that nobody takes a text for clean that is not shown. */
export function marksBehind(marks: readonly { readonly spans: readonly Span[] }[], cap: number): number {
  return marks.filter(({ spans }) => spans.length > 0 && spans.every(([from]) => from >= cap)).length;
}
