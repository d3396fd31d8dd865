import type { ListingId, PersonId } from '@piazza/shared/values';
import { evolve, initialVenue, type VenueState } from '../../../server/src/domain/venue/index.ts';
import { account, EUR } from '../../../server/src/domain/ledger/index.ts';
import { initialState, type KernelState } from '../../../server/src/kernel/state.ts';
import { priceOfLevel, type OrderCommand, type PlaceOrder } from '../../../server/src/domain/market/index.ts';
import {
  columns as width,
  ID,
  KIND,
  kinds,
  PRICE,
  QUANTITY,
  SIDE,
  type Workload as StreamDrawn,
} from '../book/workload.ts';

export const listing = 'lst_1' as ListingId;
const owners = 400;
const people: readonly PersonId[] = Array.from(
  { length: owners },
  (_, n) => `per_${(n + 1).toString(36)}` as PersonId,
);
const start = Date.UTC(2026, 10, 23, 10);

/**
 * The mix of the book's benchmark on the venue's price ladder: its middle stands still, so that no collar interrupts the
 * trading, which the peer would not know of.
 */
export const workload: StreamDrawn = {
  name: 'venue',
  maxPrice: 480,
  operations: 1_000_000,
  seed: 20_260_716,
  resting: 12_000,
  reach: 30,
  wander: 0,
};
const middle = workload.maxPrice / 2;
/** How far from the middle a market order may trade at worst, in ticks. */
const protection = 10;

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
    issuePriceCents: priceOfLevel(middle),
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

/** An order's owner follows from its number. Buyers and sellers are apart: nobody meets themself, which the peer would not mind. */
function ownerOf(order: number, side: number): PersonId {
  const half = (Math.imul(order, 0x9e3779b1) >>> 0) % (owners / 2);
  return people[2 * half + side] as PersonId;
}

const place = (side: number, type: 'limit' | 'market', priceCents: number, quantity: number): PlaceOrder => ({
  kind: 'orders.place',
  listing,
  side: side === 0 ? 'buy' : 'sell',
  type,
  priceCents,
  quantity,
  timeInForce: type === 'market' ? 'ioc' : 'gtc',
  lastDay: 0,
  minimumQuantity: 0,
  selfMatch: 'cancel_oldest',
});

/**
 * Gives the steps of a stream as the venue's commands. Step n is record n, so an order has the number it has in the stream.
 * Owners and prices are found once, ahead of the time that counts: whose order it is the venue's edge knows as well.
 */
export class Orders {
  readonly steps: number;
  readonly #columns: Int32Array;
  readonly #owners: readonly PersonId[];

  constructor(columns: Int32Array) {
    this.#columns = columns;
    this.steps = columns.length / width;
    const persons: PersonId[] = [];
    const sides = new Uint8Array(this.steps + 1);
    for (let base = 0; base < columns.length; base += width) {
      const order = columns[base + ID] as number;
      const kind = columns[base + KIND] as number;
      if (kind !== kinds.cancel) {
        const side = columns[base + SIDE] as number;
        const worst = side === 0 ? middle + protection : middle - protection;
        const level = kind === kinds.market ? worst : (columns[base + PRICE] as number);
        columns[base + PRICE] = priceOfLevel(level);
        sides[order] = side;
      }
      persons.push(ownerOf(order, sides[order] as number));
    }
    this.#owners = persons;
  }

  person(step: number): PersonId {
    return this.#owners[step] as PersonId;
  }

  command(step: number): OrderCommand {
    const columns = this.#columns;
    const base = step * width;
    const kind = columns[base + KIND] as number;
    if (kind === kinds.cancel) return { kind: 'orders.cancel', order: columns[base + ID] as number };
    const type = kind === kinds.market ? 'market' : 'limit';
    return place(
      columns[base + SIDE] as number,
      type,
      columns[base + PRICE] as number,
      columns[base + QUANTITY] as number,
    );
  }
}

/** An order for a call, near the middle, half of them where they trade. A call refuses those that their owner's own would meet. */
export function gathering(random: () => number): {
  readonly person: PersonId;
  readonly command: OrderCommand;
} {
  const side = random() < 0.5 ? 0 : 1;
  const away = Math.floor(random() * 40) - 20;
  const command = place(side, 'limit', priceOfLevel(middle + away), 1 + Math.floor(random() * 100));
  return { person: ownerOf(Math.floor(random() * 2 ** 31), side), command };
}
