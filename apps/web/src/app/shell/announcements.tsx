import { useSyncExternalStore } from 'react';

let current = '';
const listeners = new Set<() => void>();

/** Says something to those who listen. */
export function announce(text: string): void {
  current = text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function Announcements() {
  const text = useSyncExternalStore(subscribe, () => current);
  return (
    <p className="unseen" role="status" data-announcer>
      {text}
    </p>
  );
}
