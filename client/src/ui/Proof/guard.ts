import { createContext, useContext, useState } from 'react';
import { Refused } from '../../api/index.ts';

/** The person closed the question: nothing went wrong, and nothing was done. */
class Declined extends Error {}

export interface Question {
  /** With what the person may answer. */
  readonly methods: readonly string[];
  readonly answered: () => void;
  readonly declined: () => void;
}

type Guard = <T>(act: () => Promise<T>) => Promise<T>;

/** Runs what may ask for a fresh proof: where it does, the question is shown and the act done again after the answer. */
export function useQuestion(): { readonly question: Question | null; readonly guard: Guard } {
  const [question, setQuestion] = useState<Question | null>(null);
  const answerTo = (methods: readonly string[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const close = (end: () => void) => () => {
        setQuestion(null);
        end();
      };
      setQuestion({ methods, answered: close(resolve), declined: close(() => reject(new Declined())) });
    });
  const guard: Guard = async (act) => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'step_up_needed') throw error;
      await answerTo((error.facts['methods'] ?? []) as readonly string[]);
      return act();
    }
  };
  return { question, guard };
}

const guarded = createContext<Guard>((act) => act());
export const GuardProvider = guarded.Provider;

/** One act of a section: whether it is under way, and what it was refused with. Browser questions that were closed are told apart. */
export function useAct() {
  const guard = useContext(guarded);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await guard(act);
    } catch (failure) {
      if (!(failure instanceof Declined)) setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { run: (act: () => Promise<void>) => void run(act), busy, error };
}
