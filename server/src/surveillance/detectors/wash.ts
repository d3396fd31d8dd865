import { policy } from '@piazza/shared/policy';
import type { MakeDetector, Trade } from '../ground.ts';
import {
  isDue,
  join,
  near,
  ordersOf,
  people,
  seqsOf,
  shareBps,
  Volumes,
  Windows,
  type Leg,
} from '../measures.ts';

const { wash } = policy.surveillance;

/** Legs among which the way back is looked for: others may have stepped in between. */
const backWithin = 3;

/** Times that units came back: each leg one way with a leg soon after it of about as many the other way. */
function roundTrips(legs: readonly Leg[]): number {
  const taken = new Set<Leg>();
  for (const [at, out] of legs.entries()) {
    if (taken.has(out)) continue;
    const back = legs
      .slice(at + 1, at + 1 + backWithin)
      .find(
        (leg) =>
          !taken.has(leg) && leg.from === out.to && near(out.quantity, leg.quantity, wash.quantityWidth),
      );
    if (back !== undefined) taken.add(back).add(out);
  }
  return taken.size / 2;
}

/**
 * Wash trades: one human being on both sides by two accounts, or two who pass the same units to and fro with little else.
 * 2016/522 Annex II section 1 indicator A(c).
 */
export const washTrades: MakeDetector = ({ tell }) => {
  const pairs = new Windows<Leg>(wash.windowMs);
  const volumes = new Volumes(wash.windowMs);
  let heard = 0;

  function sameOwner(trade: Trade): void {
    const { buy, sell, at, quantity, priceCents } = trade;
    tell({
      detector: 'wash_trade',
      severity: 'high',
      listing: trade.listing,
      subjects: people(buy.person, sell.person),
      from: at,
      to: at,
      seqs: seqsOf([trade]),
      orders: ordersOf([trade]),
      figures: { quantity, priceCents, valueCents: quantity * priceCents },
    });
  }

  function toAndFro(legs: readonly Leg[], trade: Trade): void {
    const trips = roundTrips(legs);
    if (trips < wash.roundTrips) return;
    const between = legs.reduce((sum, { quantity }) => sum + quantity, 0);
    const [a, b] = [trade.buy, trade.sell];
    const share = Math.min(
      shareBps(between, volumes.of(trade.listing, a.natural, trade.at)),
      shareBps(between, volumes.of(trade.listing, b.natural, trade.at)),
    );
    if (share < wash.pairShare) return;
    const trades = legs.flatMap((leg) => leg.trades);
    tell({
      detector: 'wash_trade',
      severity: 'high',
      listing: trade.listing,
      subjects: people(a.person, b.person),
      from: trades[0]?.at ?? trade.at,
      to: trade.at,
      seqs: seqsOf(trades),
      orders: ordersOf(trades),
      figures: { roundTrips: trips, quantity: between, shareBps: share },
    });
  }

  return {
    traded(trade, market) {
      volumes.note(trade);
      const [a, b] = [trade.buy.natural, trade.sell.natural];
      if (a === b) {
        sameOwner(trade);
        return;
      }
      const legs = pairs.at(`${trade.listing} ${a < b ? `${a} ${b}` : `${b} ${a}`}`, trade.at);
      join(legs, trade);
      heard += 1;
      if (legs.length >= 2 * wash.roundTrips && isDue(heard, market.trades.length, 1_000))
        toAndFro(legs, trade);
    },
  };
};
