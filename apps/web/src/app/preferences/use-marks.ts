import { useSyncExternalStore } from 'react';
import { LocalStore } from './local-store.ts';
import { markRead, readMarks, toggleSaved, type Marks, type SavedPaper } from './marks.ts';

const store = new LocalStore('diglot.marks', readMarks);

export function useMarks(): Marks {
  return useSyncExternalStore(store.subscribe, store.get);
}

export function toggleSavedPaper(paper: SavedPaper): void {
  store.set(toggleSaved(store.get(), paper));
}

export function markPaperRead(arxivId: string, isRead = true): void {
  store.set(markRead(store.get(), arxivId, isRead));
}
