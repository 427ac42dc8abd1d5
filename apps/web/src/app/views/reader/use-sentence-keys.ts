import { useState, type RefObject } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useShortcuts } from '../../shell/use-shortcuts.ts';
import { nextPair, type Extent } from './next-pair.ts';
import { readerMessages } from './reader.messages.ts';

/**
 * Walks through the pairs of sentences by arrows, and keeps the active one in sight.
 * @param text what holds the pairs, and nothing else
 * @returns the place of the active pair, and how to change it
 */
export function useSentenceKeys(text: RefObject<HTMLElement | null>): [number | null, (at: number | null) => void] {
  const messages = useMessages(readerMessages);
  const [sentence, setSentence] = useState<number | null>(null);
  const next = (step: 1 | -1): number | null => {
    const pairs = [...(text.current?.children ?? [])].map((pair) => pair.getBoundingClientRect());
    return nextPair(sentence, step, pairs, viewOf(text.current));
  };
  const go = (step: 1 | -1): void => {
    const to = next(step);
    if (to === null) return;
    text.current?.children[to]?.scrollIntoView({ block: 'nearest' });
    setSentence(to);
  };
  useShortcuts([
    { keys: 'ArrowDown', label: messages.keySentence, run: () => go(1), applies: () => next(1) !== null },
    { keys: 'ArrowUp', label: messages.keySentenceBack, run: () => go(-1), applies: () => next(-1) !== null },
  ]);
  return [sentence, setSentence];
}

/** What is in sight of the pane; on a phone it is the window that scrolls. */
function viewOf(element: Element | null): Extent {
  const pane = element?.closest('[data-pane]')?.getBoundingClientRect();
  return { top: Math.max(0, pane?.top ?? 0), bottom: Math.min(window.innerHeight, pane?.bottom ?? Infinity) };
}
