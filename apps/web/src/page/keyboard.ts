/** What keys do. */
export interface Keys {
  readonly search: () => void;
  readonly move: (by: number) => void;
  readonly open: () => void;
  readonly close: () => void;
}

/** Keys for those who prefer them; while somebody types, only Escape is one. */
export function listenToKeys(keys: Keys): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    const typing = target.matches('input, textarea, [contenteditable]');
    if (event.key === 'Escape') keys.close();
    else if (typing) return;
    else if (event.key === '/') keys.search();
    else if (event.key === 'j') keys.move(1);
    else if (event.key === 'k') keys.move(-1);
    // Enter on a link or a button is theirs.
    else if (event.key === 'Enter' && !target.matches('a, button, summary')) keys.open();
    else return;
    event.preventDefault();
  });
}
