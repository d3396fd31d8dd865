import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * Takes the focus, and the eye, to an element when it comes up in place of another, whose focus is gone with it.
 * @param wanted as it is when the element comes up; later changes mean nothing
 */
export function useArrival<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  const [arriving] = useState(wanted);
  useEffect(() => {
    if (!arriving) return;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'start' });
  }, [arriving]);
  return element;
}
