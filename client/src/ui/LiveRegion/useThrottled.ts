import { useEffect, useRef, useState } from 'react';

/** The latest value, but handed on no more often than every `everyMs`: for announcements of things that rush by. */
export function useThrottled<T>(value: T, everyMs: number): T {
  const [passed, setPassed] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(0, last.current + everyMs - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setPassed(value);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return passed;
}
