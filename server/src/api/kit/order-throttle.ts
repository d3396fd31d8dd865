import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { PersonId } from '@piazza/shared/values';
import type { OrderName } from '../order-commands.ts';

/** Orders a second of each account, whichever ways and connections they come by. */
export interface OrderThrottle {
  /**
   * Counts one order of the account.
   * @param now real time in ms, never less than before; the process's own clock when absent
   * @returns for how many ms it must wait, having counted for nothing; 0 where it may pass
   */
  take(account: PersonId, name: OrderName, now?: number): number;
}

/** When each of an account's buckets will be full again, in ms: all that there is to know of a bucket. */
interface Buckets {
  orders: number;
  cancels: number;
}

/** A drop that rounding left over is no drop. */
const nearlyMs = 1e-6;
const secondMs = 1_000;

/**
 * Token buckets by account: `perSecond` orders a second, and as many at once as in `policy.orderBurstMs`. Cancellations have
 * a bucket of their own, `policy.cancelsPerOrder` times as wide, so that whoever may place no more can still withdraw.
 * What has been quiet for long enough is full, and forgotten: memory is kept for those who ordered lately.
 */
export class AccountThrottle implements OrderThrottle {
  readonly #everyMs: number;
  #current = new Map<PersonId, Buckets>();
  #previous = new Map<PersonId, Buckets>();
  #turnedAt = 0;

  /** @param perSecond orders a second of one account, at least 1 */
  constructor(perSecond: number) {
    this.#everyMs = secondMs / perSecond;
  }

  /** Accounts that are remembered. */
  get size(): number {
    let size = this.#current.size;
    for (const account of this.#previous.keys()) if (!this.#current.has(account)) size += 1;
    return size;
  }

  take(account: PersonId, name: OrderName, now = performance.now()): number {
    if (now - this.#turnedAt >= policy.orderBurstMs) this.#turn(now);
    const buckets = this.#of(account);
    const cancels = name === 'orders.cancel';
    const everyMs = cancels ? this.#everyMs / policy.cancelsPerOrder : this.#everyMs;
    const fullAt = Math.max(cancels ? buckets.cancels : buckets.orders, now) + everyMs;
    const waitMs = fullAt - now - policy.orderBurstMs;
    if (waitMs > nearlyMs) return waitMs;
    if (cancels) buckets.cancels = fullAt;
    else buckets.orders = fullAt;
    return 0;
  }

  #of(account: PersonId): Buckets {
    let buckets = this.#current.get(account);
    if (buckets === undefined) {
      buckets = this.#previous.get(account) ?? { orders: 0, cancels: 0 };
      this.#current.set(account, buckets);
    }
    return buckets;
  }

  /** Forgets who was quiet for a whole generation: as long as an empty bucket takes to fill. */
  #turn(now: number): void {
    const lately = now - this.#turnedAt < 2 * policy.orderBurstMs;
    this.#previous = lately ? this.#current : new Map<PersonId, Buckets>();
    this.#current = new Map();
    this.#turnedAt = now;
  }
}

/** Lets everything pass. */
export const noThrottle: OrderThrottle = { take: () => 0 };

/** @param perSecond orders a second of one account; 0 for any number */
export const throttleOf = (perSecond: number): OrderThrottle =>
  perSecond === 0 ? noThrottle : new AccountThrottle(perSecond);

/** What is refused that must wait. The whole seconds are those of Retry-After. @param waitMs Infinity for what never passes */
export const mustWait = (waitMs: number): Rejection =>
  Number.isFinite(waitMs)
    ? reject('rate_limited', { retryAfter: Math.ceil(waitMs / secondMs), waitMs: Math.ceil(waitMs) })
    : reject('rate_limited');
