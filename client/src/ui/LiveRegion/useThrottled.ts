import { useEffect, useRef, useState } from 'react';

/** The latest value, handed on no more often than every `everyMs`, and the one handed on before it. */
export function useThrottled<T>(value: T, everyMs: number): { readonly value: T; readonly before: T } {
  const [passed, setPassed] = useState({ value, before: value });
  const last = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(0, last.current + everyMs - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setPassed((old) => (Object.is(old.value, value) ? old : { value, before: old.value }));
    }, waitMs);
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return passed;
}
