import { policy } from '@piazza/shared/policy';
import type { MakeDetector, Trade } from '../ground.ts';
import { near, ordersOf, people, seqsOf, Windows } from '../measures.ts';

const { matched } = policy.surveillance;

/** Two orders that were made for each other: same price, about as many, moments apart, and each met the other. */
function isArranged({ buy, sell, quantity }: Trade): boolean {
  return (
    Math.abs(buy.placedAt - sell.placedAt) <= matched.apartMs &&
    buy.priceCents === sell.priceCents &&
    near(buy.quantity, sell.quantity, matched.quantityWidth) &&
    quantity * 10_000 >= Math.max(buy.quantity, sell.quantity) * matched.metShare
  );
}

/** Improper matched orders: two owners who meet again and again by agreement. 2016/522 Annex II sec. 1 ind. A(c). */
export const matchedOrders: MakeDetector = ({ tell }) => {
  const pairs = new Windows<Trade>(matched.windowMs);
  return {
    traded(trade) {
      const [a, b] = [trade.buy.natural, trade.sell.natural];
      if (a === b || !isArranged(trade)) return;
      const trades = pairs.at(`${trade.listing} ${a < b ? `${a} ${b}` : `${b} ${a}`}`, trade.at);
      trades.push(trade);
      if (trades.length < matched.times) return;
      const apart = trades.map(({ buy, sell }) => Math.abs(buy.placedAt - sell.placedAt));
      tell({
        detector: 'matched_orders',
        severity: 'high',
        listing: trade.listing,
        subjects: people(trade.buy.person, trade.sell.person),
        from: trades[0]?.at ?? trade.at,
        to: trade.at,
        seqs: seqsOf(trades),
        orders: ordersOf(trades),
        figures: {
          times: trades.length,
          quantity: trades.reduce((sum, one) => sum + one.quantity, 0),
          apartMs: Math.max(...apart),
        },
      });
    },
  };
};
