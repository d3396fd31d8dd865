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

/** Times that units came back: each leg one way with the next leg of about as many the other way. */
function roundTrips(legs: readonly Leg[]): number {
  let [trips, at] = [0, 0];
  while (at + 1 < legs.length) {
    const [out, back] = [legs[at] as Leg, legs[at + 1] as Leg];
    const returned = out.from === back.to && near(out.quantity, back.quantity, wash.quantityWidth);
    trips += returned ? 1 : 0;
    at += returned ? 2 : 1;
  }
  return trips;
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
