import { useCallback, useState } from 'react';
import type { MarkActions } from '../../parts/rich-text.tsx';

/** The issue of a paper that stands out now, and what its marks and its finding do about it. */
export interface IssueChoice extends MarkActions {
  readonly active: string | null;
  /** The one whose finding is to get the focus. */
  readonly sought: string | null;
  readonly onFound: () => void;
}

/** @param onPick what else happens when somebody wants to know more of an issue */
export function useIssueChoice(onPick: () => void): IssueChoice {
  const [active, setActive] = useState<string | null>(null);
  const [sought, setSought] = useState<string | null>(null);
  return {
    active,
    sought,
    onLook: (name) => setActive(name ?? focusedIssue()),
    onPick: (name) => {
      setSought(name);
      onPick();
    },
    onFound: useCallback(() => setSought(null), []),
  };
}

/** A mouse that goes elsewhere takes nothing from what has the focus. */
function focusedIssue(): string | null {
  return document.activeElement?.getAttribute('data-issue') ?? null;
}

/** Brings the first place of an issue that is in the page into sight, and gives it the focus. */
export function focusMark(name: string): void {
  const marks = [...document.querySelectorAll<HTMLElement>(`mark[data-issue="${CSS.escape(name)}"]`)];
  // What a layout leaves out has no box.
  marks.find((mark) => mark.getClientRects().length > 0)?.focus();
}
