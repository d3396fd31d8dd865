import type { CommitmentId, ListingId, OfferId, OrderId } from '@piazza/shared/values';
import type { Attempt } from './attempt.ts';

const acknowledgements = {
  riskWarning: true,
  reflectionNotice: true,
  aboveThreshold: true,
} as const;

/** Around the issue price of €10, from which the ticks go up by ten cents. */
const prices = ['9.80', '9.90', '9.95', '10.00', '10.10', '10.20'] as const;
const mostInBatch = 20;

type Wish = Omit<Attempt, 'key' | 'answer'>;

/** What an investor might wish next, given what they have; everything is drawn. */
export class Wishes {
  readonly #offers: readonly OfferId[];
  readonly #markets: readonly ListingId[];
  readonly #random: () => number;
  /** Commitments and resting orders that were accepted. */
  readonly pledges: CommitmentId[] = [];
  readonly orders: OrderId[] = [];

  constructor(offers: readonly OfferId[], markets: readonly ListingId[], random: () => number) {
    this.#offers = offers;
    this.#markets = markets;
    this.#random = random;
  }

  /** One command, or several orders that go in one message. */
  next(): readonly Wish[] {
    const kind = this.#random();
    if (kind < 0.3) return [this.#primary()];
    if (kind < 0.7) return [this.#order()];
    return Array.from({ length: 2 + this.#below(mostInBatch - 1) }, () => this.#order());
  }

  #below(bound: number): number {
    return Math.floor(this.#random() * bound);
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[this.#below(from.length)];
  }

  #primary(): Wish {
    const pledge = this.#random() < 0.35 ? this.#pick(this.pledges) : undefined;
    if (pledge !== undefined)
      return { call: 'revokeCommitment', request: { params: { commitmentId: pledge } } };
    const offerId = this.#pick(this.#offers);
    // Now and then not a lot, or below the smallest ticket: a refusal is recorded under its key as well.
    const units = this.#random() < 0.05 ? 7 : 10 * this.#below(12);
    const body = { units: Math.max(1, units), acknowledgements };
    return { call: 'placeCommitment', request: { params: { offerId }, body } };
  }

  #order(): Wish {
    const known = this.#random() < 0.45 ? this.#pick(this.orders) : undefined;
    if (known === undefined) return this.#place();
    const params = { orderId: known };
    if (this.#random() < 0.7) return { call: 'cancelOrder', request: { params } };
    const price = this.#pick(prices);
    const body = this.#random() < 0.5 ? { quantity: 1 + this.#below(12) } : { price };
    return { call: 'amendOrder', request: { params, body } };
  }

  #place(): Wish {
    const hasty = this.#random() < 0.15;
    const body = {
      side: this.#random() < 0.5 ? 'buy' : 'sell',
      type: 'limit',
      price: this.#pick(prices),
      // Now and then more than anybody holds.
      quantity: this.#random() < 0.03 ? 100_000 : 1 + this.#below(12),
      timeInForce: hasty ? this.#pick(['ioc', 'fok', 'auction', 'day']) : 'gtc',
    };
    return { call: 'placeOrder', request: { params: { listingId: this.#pick(this.#markets) }, body } };
  }
}
