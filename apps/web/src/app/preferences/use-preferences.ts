import { useSyncExternalStore } from 'react';
import { LocalStore } from './local-store.ts';
import { PREFERENCES_KEY, readPreferences, type Preferences } from './preferences.ts';

const store = new LocalStore(PREFERENCES_KEY, (kept) => readPreferences(kept, navigator.language));

export function usePreferences(): Preferences {
  return useSyncExternalStore(store.subscribe, store.get);
}

export function changePreferences(change: Partial<Preferences>): void {
  store.set({ ...store.get(), ...change });
}

/** Keeps the document as the reader wants it. */
export function applyPreferences(): void {
  const apply = (): void => {
    const { scheme, language } = store.get();
    const root = document.documentElement;
    if (scheme === 'system') delete root.dataset['scheme'];
    else root.dataset['scheme'] = scheme;
    root.lang = language === 'zh' ? 'zh-Hans' : 'en';
  };
  apply();
  store.subscribe(apply);
}
