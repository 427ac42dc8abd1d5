import { useEffect } from 'react';
import { Shortcuts, type Shortcut } from './shortcuts.ts';

export const shortcuts = new Shortcuts();

/** Where keys are text. */
const TEXT_FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
/** Where arrows choose. */
const CHOICES = 'input[type=radio]';

/** Binds keys as long as the component is on the page. */
export function useShortcuts(group: readonly Shortcut[]): void {
  useEffect(() => shortcuts.add(group));
}

/** Listens to the keyboard, once for the whole page. */
export function useKeyboard(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TEXT_FIELDS)) {
        if (event.key === 'Escape' && target instanceof HTMLElement) leave(target, event);
        return;
      }
      if (event.key.startsWith('Arrow') && target?.matches(CHOICES)) return;
      if (document.querySelector('dialog[open]')) return;
      const found = shortcuts.find(event.key, Date.now());
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** What was written stays: a browser would empty a field of words, and the list would change under the next key. */
function leave(field: HTMLElement, event: KeyboardEvent): void {
  if (field.matches('input[type=search]')) event.preventDefault();
  field.blur();
}
