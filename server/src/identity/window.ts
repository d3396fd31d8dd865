/** Counts events per key over a sliding window, in memory, for a bounded number of keys. */
export interface SlidingWindow {
  /** Milliseconds until another event is allowed; 0 when one is now. */
  waitMs(key: string): number;
  add(key: string): void;
  clear(key: string): void;
}

export const createSlidingWindow = (options: {
  readonly limit: number;
  readonly windowMs: number;
  /** Keys remembered; beyond it the key touched longest ago is forgotten. */
  readonly capacity: number;
  readonly now: () => number;
}): SlidingWindow => {
  const { limit, windowMs, capacity, now } = options;
  const stamps = new Map<string, readonly number[]>();

  const recent = (key: string): readonly number[] =>
    (stamps.get(key) ?? []).filter((at) => at > now() - windowMs);

  return {
    waitMs: (key) => {
      const kept = recent(key);
      const oldest = kept[kept.length - limit];
      return oldest === undefined ? 0 : oldest + windowMs - now();
    },
    add: (key) => {
      const kept = [...recent(key), now()].slice(-limit);
      stamps.delete(key);
      stamps.set(key, kept);
      const [oldest] = stamps.keys();
      if (stamps.size > capacity && oldest !== undefined) stamps.delete(oldest);
    },
    clear: (key) => {
      stamps.delete(key);
    },
  };
};
