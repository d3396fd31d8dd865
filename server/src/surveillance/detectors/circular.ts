import { policy } from '@piazza/shared/policy';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { MakeDetector, Trade } from '../ground.ts';
import {
  forget,
  join,
  listAt,
  near,
  ordersOf,
  people,
  seqsOf,
  shareBps,
  Volumes,
  type Leg,
} from '../measures.ts';

const { circular } = policy.surveillance;

type Into = Map<PersonId, Map<PersonId, Leg[]>>;

function legsInto(into: Into, to: PersonId, from: PersonId): Leg[] {
  let legs = into.get(to);
  if (legs === undefined) {
    legs = new Map();
    into.set(to, legs);
  }
  return listAt(legs, from);
}

/** Legs that one search looks at, so that a busy market costs no more than a quiet one. */
const searchMost = 600;
interface Search {
  left: number;
}

/** The legs by which units came to `who`, oldest first, beginning with `start`; null where there is no such way. */
function wayBack(
  into: Into,
  who: PersonId,
  start: PersonId,
  after: readonly Leg[],
  search: Search,
): readonly Leg[] | null {
  const [newest] = after;
  if (newest === undefined || after.length >= circular.legsMost) return null;
  for (const [from, legs] of into.get(who) ?? []) {
    if (after.some((leg) => leg.from === from)) continue;
    for (let index = legs.length - 1; index >= 0 && search.left > 0; index -= 1) {
      const leg = legs[index] as Leg;
      search.left -= 1;
      if (leg.at > newest.at || !near(leg.quantity, newest.quantity, circular.quantityWidth)) continue;
      if (from === start) return after.length < 2 ? null : [leg, ...after];
      const found = wayBack(into, from, start, [leg, ...after], search);
      if (found !== null) return found;
    }
  }
  return null;
}

const priceOf = ({ trades }: Leg): number => (trades[0] as Trade).priceCents;

/** Circular trades: units that come back to where they started over two others or more. 2016/522 Annex II sec. 1 ind. A(c). */
export const circularTrades: MakeDetector = ({ tell }) => {
  const markets = new Map<ListingId, Into>();
  const volumes = new Volumes(circular.windowMs);

  /** Share of what one of the circle traded meanwhile that went round in it. */
  function insideBps(who: PersonId, legs: readonly Leg[], { listing, at }: Trade): number {
    const inside = legs.filter(({ from, to }) => from === who || to === who);
    return shareBps(
      inside.reduce((sum, { quantity }) => sum + quantity, 0),
      volumes.of(listing, who, at),
    );
  }

  function circle(legs: readonly Leg[], trade: Trade): void {
    const prices = legs.map(priceOf);
    const [least, most] = [Math.min(...prices), Math.max(...prices)];
    const quantity = Math.min(...legs.map((leg) => leg.quantity));
    if (!near(least, most, circular.priceWidth) || quantity * least < circular.leastCents) return;
    const shares = legs.map(({ from }) => insideBps(from, legs, trade));
    if (Math.min(...shares) < circular.insideShare) return;
    const trades = legs.flatMap((leg) => leg.trades);
    tell({
      detector: 'circular_trade',
      severity: 'high',
      listing: trade.listing,
      subjects: people(...trades.flatMap(({ buy, sell }) => [buy.person, sell.person])),
      from: trades[0]?.at ?? trade.at,
      to: trade.at,
      seqs: seqsOf(trades),
      orders: ordersOf(trades),
      figures: { legs: legs.length, quantity, valueCents: quantity * least, shareBps: Math.min(...shares) },
    });
  }

  return {
    traded(trade) {
      volumes.note(trade);
      const [from, to] = [trade.sell.natural, trade.buy.natural];
      if (from === to) return;
      const into = markets.get(trade.listing) ?? new Map<PersonId, Map<PersonId, Leg[]>>();
      markets.set(trade.listing, into);
      const since = trade.at - circular.windowMs;
      for (const legs of into.get(from)?.values() ?? []) forget(legs, since);
      const legs = legsInto(into, to, from);
      forget(legs, since);
      const leg = join(legs, trade);
      const found = wayBack(into, from, to, [leg], { left: searchMost });
      if (found !== null) circle(found, trade);
    },
  };
};
