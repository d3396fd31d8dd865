import { useSyncExternalStore } from 'react';

let offsetMs = 0;
const listeners = new Map<() => void, number>();
let now = Date.now();
let ticker: ReturnType<typeof setInterval> | undefined;

/** Sets our clock by the venue's: what it said, when we heard it. */
export function setVenueClock(venueNow: number): void {
  offsetMs = venueNow - Date.now();
  tick();
}

/** Venue time now, in milliseconds. */
export const venueNow = (): number => Date.now() + offsetMs;

function tick(): void {
  now = venueNow();
  for (const listener of listeners.keys()) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.set(listener, 1);
  ticker ??= setInterval(tick, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  };
}

/** Venue time, rounded down to `stepMs` so that a component draws again no more often than that (at least 1 s). */
export function useVenueNow(stepMs = 1_000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(now / stepMs) * stepMs);
}
