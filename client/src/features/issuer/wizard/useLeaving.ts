import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Autosave } from '../draft/autosave.ts';

// Longer would hold the reader back for nothing: what is not saved by then is kept in this window.
const patienceMs = 1_500;

/** Sends what is not saved yet before the page is left, and warns before the window closes while something is not. */
export function useLeaving(autosave: Autosave): void {
  useBlocker({
    enableBeforeUnload: () => autosave.unsaved(),
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname !== next.pathname && autosave.unsaved())
        await Promise.race([autosave.flush(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      return false;
    },
  });
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void autosave.flush();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      void autosave.flush();
    };
  }, [autosave]);
}
