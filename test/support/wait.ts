/**
 * How long a test waits for what must come, ms. What is there in a tenth of a second on a quiet machine may take a
 * hundred times as long on one that does other things too: only what never comes may fail for want of time.
 */
export const longMs = 30_000;

/** Looks every 5 ms until there is a value. @throws Error naming what was waited for, after `ms`. */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  ms = longMs,
): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await pause(5);
  }
}

/** Claims it again and again until it holds. @throws what the claim threw last, once `longMs` are over. */
export async function eventually<T>(claim: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + longMs;
  for (;;) {
    try {
      return await claim();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(20);
    }
  }
}

const quietMs = 250;

/** Waits until that number has not changed for a quarter of a second, and gives it. */
export async function whenQuiet(count: () => number): Promise<number> {
  for (let before = count(); ;) {
    await pause(quietMs);
    if (count() === before) return before;
    before = count();
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
