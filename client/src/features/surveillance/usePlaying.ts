import { useEffect, useState } from 'react';

/** Pace of the replay: one record in so many milliseconds. */
const stepMs = 400;

export interface Playing {
  /** Steps done, 0 … last. */
  readonly at: number;
  readonly playing: boolean;
  readonly go: (to: number) => void;
  readonly toggle: () => void;
}

/** A position that moves on by itself while it plays, and stops at the end. */
export function usePlaying(begin: number, last: number): Playing {
  const [at, setAt] = useState(begin);
  const [wanted, setWanted] = useState(false);
  const playing = wanted && at < last;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => setAt((now) => Math.min(last, now + 1)), stepMs);
    return () => clearInterval(timer);
  }, [playing, last]);
  const go = (to: number) => {
    setWanted(false);
    setAt(Math.min(Math.max(to, 0), last));
  };
  return { at, playing, go, toggle: () => setWanted(!playing) };
}
