import { useSyncExternalStore } from 'react';
import { LocalStore } from './local-store.ts';

/** The name under which somebody reviews: readers are shown it. */
const store = new LocalStore('diglot.reviewer', (kept) => {
  try {
    const value: unknown = JSON.parse(kept ?? '""');
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
});

export function useReviewer(): [string, (name: string) => void] {
  return [useSyncExternalStore(store.subscribe, store.get), (name) => store.set(name)];
}
