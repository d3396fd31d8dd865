import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { MakeDetector, Trade, Watched } from '../ground.ts';
import {
  addTo,
  greatest,
  moveBps,
  moverOf,
  ordersOf,
  people,
  seqsOf,
  shareBps,
  Windows,
} from '../measures.ts';

const { markingClose } = policy.surveillance;

interface Mark {
  readonly at: number;
  readonly move: number;
  readonly trades: readonly Trade[];
}

/** Average price of a time, by volume; null where nothing was traded. */
function average(trades: readonly Trade[]): number | null {
  let [cents, units] = [0, 0];
  for (const { priceCents, quantity } of trades) {
    cents += priceCents * quantity;
    units += quantity;
  }
  return units === 0 ? null : cents / units;
}

/** What one owner did to the last price of a session; null where they did little. */
function markOf(market: Watched, closesAt: number): readonly [PersonId, Mark] | null {
  const from = closesAt - markingClose.beforeCloseMs;
  const late = market.trades.filter(
    ({ at, aggressor }) => at >= from && at <= closesAt && aggressor !== 'auction',
  );
  const last = late.at(-1);
  if (last === undefined) return null;
  const before = market.trades.filter(({ at }) => at < from && at >= from - markingClose.averageMs);
  const move = moveBps(average(before) ?? market.referenceCents, last.priceCents);
  if (Math.abs(move) < markingClose.move) return null;
  const direction = move > 0 ? 'buy' : 'sell';
  const amounts = new Map<PersonId, number>();
  for (const one of late) {
    const mover = one.aggressor === direction ? moverOf(one) : null;
    if (mover !== null) addTo(amounts, mover, one.quantity);
  }
  const [who, amount] = greatest(amounts);
  const all = late.reduce((sum, { quantity }) => sum + quantity, 0);
  if (who === null || moverOf(last) !== who || shareBps(amount, all) < markingClose.share) return null;
  const trades = late.filter((one) => moverOf(one) === who);
  return [who, { at: last.at, move, trades }];
}

const accounts = (marks: readonly Mark[]): readonly PersonId[] =>
  people(
    ...marks.flatMap(({ trades }) =>
      trades.map(({ aggressor, buy, sell }) => (aggressor === 'buy' ? buy.person : sell.person)),
    ),
  );

/** Marking the close: session after session, the same owner makes the last price. 2016/522 Annex II sec. 1 ind. A(g). */
export const markingTheClose: MakeDetector = ({ tell }) => {
  const marks = new Windows<Mark>(markingClose.windowMs);
  return {
    phased({ at, phase, before }, market) {
      if (phase !== 'closed' || before !== 'continuous') return;
      const found = markOf(market, at);
      if (found === null) return;
      const [who, mark] = found;
      const all = marks.at(`${market.listing} ${who} ${mark.move > 0 ? 'up' : 'down'}`, at);
      all.push(mark);
      if (all.length < markingClose.times) return;
      const trades = all.flatMap((one) => one.trades);
      tell({
        detector: 'marking_close',
        severity: 'medium',
        listing: market.listing,
        subjects: accounts(all),
        from: trades[0]?.at ?? at,
        to: at,
        seqs: seqsOf(trades),
        orders: ordersOf(trades),
        figures: { sessions: all.length, moveBps: mark.move, trades: trades.length },
      });
    },
  };
};
