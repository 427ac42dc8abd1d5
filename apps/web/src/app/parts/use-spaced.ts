import { useEffect, useState } from 'react';

/**
 * A value that changes often, as one that changes now and then: the newest one, but no two of them within a pause.
 *
 * @param value compared by identity
 * @param pause milliseconds
 */
export function useSpaced<T>(value: T, pause: number): T {
  const [spaced, setSpaced] = useState({ value, at: 0 });
  useEffect(() => {
    if (Object.is(spaced.value, value)) return undefined;
    const wait = Math.max(0, spaced.at + pause - Date.now());
    const timer = setTimeout(() => setSpaced({ value, at: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [value, spaced, pause]);
  return spaced.value;
}
