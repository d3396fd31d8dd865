import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, queryClient, queryKey, uuid } from '../../api/index.ts';

const name = 'piazza.setup';

/** The visit to the provider's page that is under way: it outlives the leaving of this one. */
export const setupSession = {
  keep: (session: string): void => sessionStorage.setItem(name, session),
  take: (): string | null => {
    const session = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return session;
  },
};

type State = 'none' | 'finishing' | 'added' | 'cancelled';

/** Back from the provider's page: asks once for the way to pay that was left there. */
export function useFinishedSetup() {
  const { setup } = useSearch({ from: '/portfolio/payments' });
  const navigate = useNavigate();
  const [state, setState] = useState<State>('none');
  const [error, setError] = useState<unknown>(null);
  const session = useRef<string | null>(null);
  const finish = useCallback(async () => {
    if (session.current === null) return;
    setState('finishing');
    setError(null);
    try {
      const body = { session: session.current };
      await api('payments.finishMethod', { body }, { key: uuid() });
      setState('added');
      await queryClient.invalidateQueries({ queryKey: queryKey('payments.overview') });
    } catch (failure) {
      setState('none');
      setError(failure);
    }
  }, []);
  useEffect(() => {
    if (setup === undefined) return;
    session.current = setupSession.take() ?? session.current;
    // The address is cleared, so that a reload does not ask again.
    void navigate({ to: '/portfolio/payments', search: {}, replace: true }).then(() =>
      setup === 'done' ? finish() : setState('cancelled'),
    );
  }, [setup, navigate, finish]);
  return { state, error, again: () => void finish() };
}
