import { useState } from 'react';

/** Takes the reader to a page of the provider's; `busy` from the press until the browser has left. */
export function useLeave(pageOf: () => Promise<string>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const leave = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      location.assign(await pageOf());
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return { busy, error, leave: () => void leave() };
}
