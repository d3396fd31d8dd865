import { reject } from '@piazza/shared/rejections';
import { Refusal as Refused } from '../kernel/exchange.ts';

/** Runs at most `concurrent` costly tasks at once and lets at most `queued` wait. */
export type Pool = <T>(task: () => Promise<T>) => Promise<T>;

/** @throws Refused `rate_limited` (from the pool it returns) when the queue is full. */
export const createPool = (limits: { readonly concurrent: number; readonly queued: number }): Pool => {
  const waiting: (() => void)[] = [];
  let running = 0;

  const enter = async (): Promise<void> => {
    if (running < limits.concurrent) {
      running += 1;
      return;
    }
    if (waiting.length >= limits.queued) throw new Refused(reject('rate_limited', { retryAfter: 5 }));
    // The one that leaves hands its place over, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  return async (task) => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
};
