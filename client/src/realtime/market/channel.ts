import type { MarketFrame, MarketSnapshot } from '@piazza/shared/contract';
import { Follower, type Step } from '@piazza/shared/depth';
import { createStore, type Store } from '../store.ts';
import { begin, nothingYet, take, type MarketLive } from './live.ts';

/** What a channel needs from outside. */
export interface Surroundings {
  /** Subscribes and answers with the book as it is; `null` where there is no such market. Fails while the venue cannot be reached. */
  readonly subscribe: () => Promise<MarketSnapshot | null>;
  /** Runs before the next picture of the screen. */
  readonly beforePaint: (run: () => void) => void;
  readonly after: (ms: number, run: () => void) => void;
  /** 0 … 1. */
  readonly random: () => number;
}

/** One market, followed. */
export interface Channel {
  readonly store: Store<MarketLive>;
  /** Asks for the book, from the beginning: at first, and after a lost connection. */
  readonly open: () => void;
  readonly hear: (frame: MarketFrame) => void;
  readonly close: () => void;
}

// Many pages that miss the same frame must not all ask in the same moment.
const jitterMs = 400;
const patienceMaxMs = 10_000;

/** Follows a market: frames are applied as they come, and shown once a picture. */
export function createChannel({ subscribe, beforePaint, after, random }: Surroundings): Channel {
  const store = createStore(nothingYet);
  const follower = new Follower<MarketFrame>();
  let base: MarketLive | null = null;
  let waiting: MarketFrame[] = [];
  let painting = false;
  let attempt = 0;
  let asked = 0;
  let closed = false;

  const paint = () => {
    painting = false;
    const frames = waiting;
    waiting = [];
    // While a snapshot is awaited the last state that was right stays on the screen.
    if (follower.seq === null) return;
    if (base !== null) store.set(take(base, frames, follower.book));
    else if (frames.length > 0) store.set(take(store.get(), frames, follower.book));
    base = null;
  };
  const paintSoon = () => {
    if (painting) return;
    painting = true;
    beforePaint(paint);
  };
  const again = () => {
    if (closed) return;
    store.set({ ...store.get(), standing: store.get().standing === 'loading' ? 'loading' : 'resyncing' });
    const waitMs = Math.min(patienceMaxMs, jitterMs * 2 ** attempt) * random();
    attempt += 1;
    const mine = (asked += 1);
    after(waitMs, () => {
      if (mine === asked) void ask();
    });
  };
  const did = (step: Step<MarketFrame>): boolean => {
    if (step.kind === 'resync') again();
    if (step.kind !== 'applied') return false;
    waiting.push(...step.frames);
    paintSoon();
    return true;
  };
  const ask = async () => {
    const mine = (asked += 1);
    const snapshot = await subscribe().catch(() => undefined);
    if (mine !== asked || closed) return;
    if (snapshot === undefined) return again();
    if (snapshot === null) return store.set({ ...nothingYet, standing: 'gone' });
    base = begin(snapshot);
    waiting = [];
    if (did(follower.snapshot(snapshot))) attempt = 0;
  };

  return {
    store,
    open: () => {
      closed = false;
      follower.reset();
      void ask();
    },
    hear: (frame) => void did(follower.frame(frame)),
    close: () => {
      closed = true;
      asked += 1;
    },
  };
}
