import { useRef, type MouseEvent } from 'react';

/**
 * Tells a mouse that moves from a text that is scrolled below one that rests: browsers report both alike.
 * @returns whether the event is of a mouse that is elsewhere than at the event before
 */
export function useByHand(): (event: MouseEvent) => boolean {
  const last = useRef<string | null>(null);
  return ({ clientX, clientY }) => {
    const place = `${clientX} ${clientY}`;
    const isElsewhere = last.current !== place;
    last.current = place;
    return isElsewhere;
  };
}
