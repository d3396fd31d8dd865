import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  AccountThrottle,
  mustWait,
  throttleOf,
  type OrderThrottle,
} from '../../../server/src/api/kit/order-throttle.ts';
import type { OrderName } from '../../../server/src/api/order-commands.ts';
import { readConfig } from '../../../server/src/config.ts';
import { cast } from '../../support/domain-cast.ts';

const { ines, ivo } = cast;
const place = 'orders.place';
const cancel = 'orders.cancel';

/** Counts in tokens, as a bucket is drawn on paper: slow, and sure. */
class Twin {
  readonly #perSecond: number;
  #tokens: number;
  #at = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#tokens = this.#most;
  }

  get #most(): number {
    return (this.#perSecond * policy.orderBurstMs) / 1_000;
  }

  /** Tokens there are now. */
  at(now: number): number {
    this.#tokens = Math.min(this.#most, this.#tokens + ((now - this.#at) * this.#perSecond) / 1_000);
    this.#at = now;
    return this.#tokens;
  }

  take(): void {
    this.#tokens -= 1;
  }
}

describe('API-9: the throttle of an account', () => {
  const taken = (throttle: OrderThrottle, now: number, tries: number, name: OrderName = place): number =>
    Array.from({ length: tries }, () => throttle.take(ines, name, now)).filter((waitMs) => waitMs === 0)
      .length;

  it('lets its burst through at once, then by its rate', () => {
    const throttle = new AccountThrottle(200);
    expect(taken(throttle, 5_000, 1_000)).to.equal(400);
    expect(taken(throttle, 5_004, 10)).to.equal(0);
    expect(taken(throttle, 5_005, 10)).to.equal(1);
    expect(taken(throttle, 6_005, 1_000)).to.equal(200);
    expect(taken(throttle, 1_000_000, 1_000)).to.equal(400);
  });
  it('tells how long to wait: then it passes, and not a moment before', () => {
    const throttle = new AccountThrottle(8);
    expect(taken(throttle, 0, 100)).to.equal(16);
    const waitMs = throttle.take(ines, place, 50);
    expect(waitMs).to.equal(75);
    expect(throttle.take(ines, place, 124)).to.equal(1);
    expect(throttle.take(ines, place, 125)).to.equal(0);
  });
  it('counts placements and amendments together, cancellations apart and more widely', () => {
    const throttle = new AccountThrottle(10);
    expect(taken(throttle, 0, 15, 'orders.amend')).to.equal(15);
    expect(taken(throttle, 0, 100)).to.equal(5);
    expect(taken(throttle, 0, 1_000, cancel)).to.equal(20 * policy.cancelsPerOrder);
    expect(throttle.take(ines, cancel, 0)).to.equal(100 / policy.cancelsPerOrder);
  });
  it('is each account’s own', () => {
    const throttle = new AccountThrottle(10);
    taken(throttle, 0, 100);
    expect(throttle.take(ivo, place, 0)).to.equal(0);
  });
  it('counts as a bucket of tokens does, at any rate', () => {
    const steps = fc.array(fc.tuple(fc.nat(3_000), fc.nat(60)), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), steps, (perSecond, all) => {
        const throttle = new AccountThrottle(perSecond);
        const twin = new Twin(perSecond);
        let now = 0;
        for (const [ms, tries] of all) {
          now += ms;
          for (let at = 0; at < tries; at += 1) {
            const tokens = twin.at(now);
            const waitMs = throttle.take(ines, place, now);
            // Where a token is whole but for rounding, either is right.
            if (Math.abs(tokens - 1) > 1e-6) expect(waitMs === 0).to.equal(tokens > 1);
            if (waitMs === 0) twin.take();
            else expect(waitMs).to.be.closeTo(((1 - tokens) / perSecond) * 1_000, 1e-3);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
  it('forgets the quiet, and nobody who has anything to wait for', () => {
    const throttle = new AccountThrottle(10);
    const { orderBurstMs: burstMs } = policy;
    for (let at = 0; at < 1_000; at += 1) throttle.take(`per_${at}` as PersonId, place, 0);
    throttle.take(ivo, place, burstMs);
    expect(throttle.size).to.equal(1_001);
    expect(taken(throttle, burstMs + 100, 100)).to.equal(20);
    throttle.take(ivo, place, 2 * burstMs);
    expect(throttle.size).to.equal(2);
    expect(taken(throttle, 2 * burstMs, 100)).to.equal(19);
    throttle.take(ivo, place, 100 * burstMs);
    expect(throttle.size).to.equal(1);
  });
  it('is none at 0, which is asked for by a setting', () => {
    expect(taken(throttleOf(0), 0, 10_000)).to.equal(10_000);
    expect(readConfig({ ORDERS_PER_SECOND: '0' }).ordersPerSecond).to.equal(0);
    expect(readConfig({}).ordersPerSecond).to.equal(200);
  });
  it('says in whole seconds and in ms when to come again', () => {
    expect(mustWait(4.2)).to.deep.equal({ code: 'rate_limited', detail: { retryAfter: 1, waitMs: 5 } });
    expect(mustWait(Infinity)).to.deep.equal({ code: 'rate_limited' });
  });
});
