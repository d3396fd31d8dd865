import type { Me, Session } from '@piazza/shared/contract';
import { useSyncExternalStore } from 'react';
import { Refused } from './refused.ts';
import { send } from './transport.ts';

// Not a secret, only a memory that a session once began here: without it a first visit would ask in vain and
// leave an error in the browser's console.
const trace = 'piazza.session';

type Listener = (session: Session | null) => void;
const listeners = new Set<Listener>();
let current: Session | null = null;
let renewal: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The session of this page; the access token lives in memory alone. */
export const session = {
  current: (): Session | null => current,
  /** Calls back after every change: signed in, renewed, changed, signed out. */
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  begin: (next: Session): void => become(next),
  end: (): void => become(null),
  changeMe(me: Me): void {
    if (current !== null) become({ ...current, me });
  },
  /** Brings back the session of an earlier visit, if there was one. Never throws. */
  async restore(): Promise<void> {
    if (localStorage.getItem(trace) !== null) await session.renew().catch(() => undefined);
  },
  /**
   * Fetches a new access token by the refresh cookie; calls under way share one request.
   * @throws Refused when the session is over (and ends it here), Unreachable when nobody answered (and keeps it).
   */
  renew(): Promise<void> {
    renewal ??= exclusively(askForRenewal).finally(() => {
      renewal = null;
    });
    return renewal;
  },
};

async function askForRenewal(): Promise<void> {
  try {
    become((await send('auth.refresh', {})) as Session);
  } catch (error) {
    if (error instanceof Refused && error.code !== 'rate_limited' && error.code !== 'shutting_down')
      become(null);
    throw error;
  }
}

/** Two tabs that spend one refresh token at once would look like a theft, and lose the session. */
function exclusively(work: () => Promise<void>): Promise<void> {
  return 'locks' in navigator ? navigator.locks.request('piazza.renewal', work) : work();
}

function become(next: Session | null): void {
  current = next;
  clearTimeout(timer);
  if (next === null) localStorage.removeItem(trace);
  else {
    if (localStorage.getItem(trace) === null) localStorage.setItem(trace, '1');
    const lifeMs = Math.min(Math.max(next.expiresAt - Date.now() - 60_000, 20_000), 540_000);
    timer = setTimeout(() => void session.renew().catch(() => undefined), lifeMs);
  }
  for (const listener of listeners) listener(next);
}

globalThis.addEventListener('storage', (event) => {
  if (event.key !== trace) return;
  if (event.newValue === null && current !== null) become(null);
  if (event.newValue !== null && current === null) void session.restore();
});

/** Who is signed in, or null. */
export function useMe(): Me | null {
  return useSyncExternalStore(session.subscribe, () => current?.me ?? null);
}
