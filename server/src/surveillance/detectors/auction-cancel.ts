import { policy } from '@piazza/shared/policy';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { Cancelled, Ground, MakeDetector, Order, Phased, Senses, Watched } from '../ground.ts';
import { people, shareBps } from '../measures.ts';

const { auctionCancel } = policy.surveillance;

/** What somebody took back on one side of a call shortly before its freeze. */
interface Retreat {
  readonly from: number;
  readonly accounts: PersonId[];
  readonly orders: number[];
  readonly seqs: number[];
  units: number;
  cents: number;
  /** Units on the side before the first of them went. */
  readonly depth: number;
  replaced: number;
}

const begun = (order: Order, market: Watched, units: number): Retreat => ({
  from: order.placedAt,
  accounts: [],
  orders: [],
  seqs: [],
  units: 0,
  cents: 0,
  depth: market.depth[order.side as 0 | 1] + units,
  replaced: 0,
});

const isLarge = ({ units, cents, depth, replaced }: Retreat): boolean =>
  shareBps(replaced, units) < auctionCancel.replacedShare &&
  shareBps(units, depth) >= auctionCancel.depthShare &&
  cents >= auctionCancel.leastCents;

const keyOf = ({ natural, side }: Order): string => `${natural} ${side}`;

/** Large orders of a call that go just before nobody can take any back. */
class AuctionCancels implements Senses {
  readonly #tell: Ground['tell'];
  readonly #calls = new Map<ListingId, Map<string, Retreat>>();

  constructor(tell: Ground['tell']) {
    this.#tell = tell;
  }

  placed(order: Order, { listing, phase }: Watched): void {
    const retreat = phase === 'call' ? this.#calls.get(listing)?.get(keyOf(order)) : undefined;
    if (retreat !== undefined) retreat.replaced += order.quantity;
  }

  cancelled({ order, units, at, seq, reason }: Cancelled, market: Watched): void {
    const { phase, until, listing } = market;
    if (phase !== 'call' || until === null || at < until - auctionCancel.beforeFreezeMs) return;
    if (reason !== 'owner') return;
    const retreats = this.#calls.get(listing) ?? new Map<string, Retreat>();
    this.#calls.set(listing, retreats);
    const retreat = retreats.get(keyOf(order)) ?? begun(order, market, units);
    retreats.set(keyOf(order), retreat);
    retreat.units += units;
    retreat.cents += units * order.priceCents;
    retreat.accounts.push(order.person);
    retreat.orders.push(order.order);
    retreat.seqs.push(order.order, seq);
  }

  phased({ at, phase, before }: Phased, { listing }: Watched): void {
    const retreats = this.#calls.get(listing);
    if (retreats === undefined) return;
    this.#calls.delete(listing);
    if (before !== 'call' || phase !== 'freeze') return;
    for (const retreat of retreats.values()) if (isLarge(retreat)) this.#large(retreat, at, listing);
  }

  #large(
    { from, accounts, orders, seqs, units, cents, depth }: Retreat,
    to: number,
    listing: ListingId,
  ): void {
    this.#tell({
      detector: 'auction_cancel',
      severity: 'high',
      listing,
      subjects: people(...accounts),
      from,
      to,
      seqs: seqs.toSorted((a, b) => a - b),
      orders,
      figures: {
        orders: orders.length,
        quantity: units,
        valueCents: cents,
        depthBps: shareBps(units, depth),
      },
    });
  }
}

/** 2016/522 Annex II section 1 indicator A(f). */
export const auctionCancels: MakeDetector = ({ tell }) => new AuctionCancels(tell);
