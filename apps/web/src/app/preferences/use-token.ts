import { useSyncExternalStore } from 'react';
import { LocalStore } from './local-store.ts';

/** The token for commands: in this tab only, and gone with it. */
const store = new LocalStore(
  'diglot.token',
  (kept) => {
    try {
      const value: unknown = JSON.parse(kept ?? '""');
      return typeof value === 'string' ? value : '';
    } catch {
      return '';
    }
  },
  () => sessionStorage,
);

export function useToken(): [string, (token: string) => void] {
  return [useSyncExternalStore(store.subscribe, store.get), (token) => store.set(token)];
}
