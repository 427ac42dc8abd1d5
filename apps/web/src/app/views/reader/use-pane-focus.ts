import { useEffect, useRef, type RefObject } from 'react';

/** Where somebody writes, or decides. */
const BUSY = 'input:not([type=radio]), textarea, select, dialog[open] *';

/**
 * Gives a paper that opens the focus, so that keys scroll it from its beginning on, and gives it back to the line of the
 * list when the paper is closed. Whoever writes is left alone.
 */
export function usePaneFocus(arxivId: string | undefined): RefObject<HTMLDivElement | null> {
  const pane = useRef<HTMLDivElement>(null);
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    const closed = before.current;
    before.current = arxivId;
    if (arxivId === closed) return;
    const active = document.activeElement;
    if (active?.matches(BUSY)) return;
    if (arxivId !== undefined) pane.current?.focus({ preventScroll: true });
    else document.querySelector<HTMLElement>(`[data-paper="${CSS.escape(closed ?? '')}"] a`)?.focus();
  }, [arxivId]);
  return pane;
}
