import type { ListingId, PersonId } from '@piazza/shared/values';
import {
  evolve,
  initialVenue,
  type VenueCommand,
  type VenueState,
} from '../../../server/src/domain/venue/index.ts';
import { account, EUR } from '../../../server/src/domain/ledger/index.ts';
import { initialState, type KernelState } from '../../../server/src/kernel/state.ts';
import { levels, priceOfLevel } from '../../../server/src/domain/market/index.ts';
import { randomOf } from '../book/workload.ts';

export const listing = 'lst_1' as ListingId;
const owners = 400;
const people: readonly PersonId[] = Array.from(
  { length: owners },
  (_, n) => `per_${(n + 1).toString(36)}` as PersonId,
);
const start = Date.UTC(2026, 10, 23, 10);

const plan = {
  preOpenMinute: 0,
  callMinute: 1,
  freezeMinute: 2,
  endMinute: 3,
  closeMinute: 1439,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
};

function settle(state: VenueState): void {
  evolve(state, { kind: 'venue.opened', mode: 'SIMULATION' });
  for (const person of people) {
    evolve(state, {
      kind: 'people.registered',
      person,
      subject: person,
      profile: { ref: 'none', hash: '' },
      roles: ['investor'],
      at: start as never,
    } as never);
    evolve(state, {
      kind: 'ledger.posted',
      from: account.outside(EUR),
      to: account.cash(person),
      asset: EUR,
      amount: 1_000_000_000_000,
      reason: 'top_up',
      subject: {},
    });
    const units = 1_000_000_000;
    evolve(state, {
      kind: 'ledger.posted',
      from: account.outside(listing),
      to: account.units(listing, person),
      asset: listing,
      amount: units,
      reason: 'delivery',
      subject: {},
    });
    evolve(state, {
      kind: 'register.issued',
      listing,
      holder: person,
      units,
      costCents: units,
      at: start as never,
    });
  }
}

/** A venue in which 400 people may trade one listing continuously. */
export function openMarket(): KernelState {
  const state = initialState();
  const venue = initialVenue();
  settle(venue);
  const at = start as never;
  evolve(venue, {
    kind: 'market.opened',
    listing,
    organisation: 'org_1' as never,
    issuePriceCents: priceOfLevel(Math.floor(levels / 2)),
    model: 'continuous',
    calendar: { sessions: [plan], everyDay: true },
    at,
  });
  evolve(venue, {
    kind: 'market.phased',
    listing,
    phase: 'continuous',
    at,
    until: null,
    session: {
      day: '2026-11-23',
      preOpenAt: at,
      callAt: at,
      freezeAt: at,
      endsAt: at,
      closesAt: (start + 1e12) as never,
    },
    extensions: 0,
  });
  Object.assign(state.venue, venue);
  state.line.at = start;
  return state;
}

export interface Step {
  readonly person: PersonId;
  readonly command: VenueCommand;
}

/** Draws the mix of the book's benchmark, 60 % limits, 30 % cancels, 10 % markets, on the venue's own price ladder. */
export class Workload {
  readonly #random: () => number;
  readonly #middle = Math.floor(levels / 2);
  /** Orders that may still rest, with their owners. */
  readonly #orders: number[] = [];
  readonly #owners: PersonId[] = [];

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  get resting(): number {
    return this.#orders.length;
  }

  /** Takes note of an order that rests. */
  rested(order: number, owner: PersonId): void {
    this.#orders.push(order);
    this.#owners.push(owner);
  }

  limit(crossing: boolean): Step {
    const random = this.#random;
    const buys = random() < 0.5;
    const inside = crossing && random() < 0.2 ? 2 : 0;
    const away = 1 + Math.floor(random() ** 2 * 40) - inside;
    const level = buys ? this.#middle - away : this.#middle + away;
    return this.#place(buys, 'limit', level, 1 + Math.floor(random() * 100));
  }

  /** An order for a call, near the middle. Who buys does not sell: a call refuses orders that their owner's own would meet. */
  gathering(): Step {
    const random = this.#random;
    const buys = random() < 0.5;
    const away = Math.floor(random() * 40) - 20;
    const step = this.#place(buys, 'limit', this.#middle + away, 1 + Math.floor(random() * 100));
    const half = 2 * Math.floor((random() * owners) / 2);
    return { ...step, person: people[half + (buys ? 0 : 1)] as PersonId };
  }

  /** The fuller the book, the more a market order takes, so that the number at rest stays about the same. */
  market(size: number, wanted: number): Step {
    const random = this.#random;
    const buys = random() < 0.5;
    const fullness = Math.min(4, (size / wanted) ** 4);
    return this.#place(
      buys,
      'market',
      this.#middle + (buys ? 3 : -3),
      1 + Math.floor(random() * 310 * fullness),
    );
  }

  cancel(isResting: (order: number) => boolean): Step | undefined {
    for (;;) {
      const at = Math.floor(this.#random() * this.#orders.length);
      const [order, person] = [this.#orders[at], this.#owners[at]];
      if (order === undefined || person === undefined) return undefined;
      this.#orders[at] = this.#orders.at(-1) as number;
      this.#owners[at] = this.#owners.at(-1) as PersonId;
      this.#orders.pop();
      this.#owners.pop();
      if (isResting(order)) return { person, command: { kind: 'orders.cancel', order } };
    }
  }

  #place(buys: boolean, type: 'limit' | 'market', level: number, quantity: number): Step {
    const person = people[Math.floor(this.#random() * owners)] as PersonId;
    const command = {
      kind: 'orders.place',
      listing,
      side: buys ? 'buy' : 'sell',
      type,
      priceCents: priceOfLevel(level),
      quantity,
      timeInForce: type === 'market' ? 'ioc' : 'gtc',
      lastDay: 0,
      minimumQuantity: 0,
      selfMatch: 'cancel_oldest',
    } as const;
    return { person, command };
  }
}
