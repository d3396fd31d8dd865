import { policy } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import type { MakeDetector, Trade, Watched } from '../ground.ts';
import { addTo, greatest, isDue, moveBps, moverOf, ordersOf, people, seqsOf, shareBps } from '../measures.ts';

const { priceSpike } = policy.surveillance;

/** Continuous trades of a window, and the price they set out from: that of the last trade before them, else the reference. */
interface Run {
  readonly trades: Trade[];
  fromCents: number;
  /** How far the price had run when the whole window was looked at last. */
  looked: number;
  heard: number;
}

function follow(runs: Map<string, Run>, trade: Trade, market: Watched): Run {
  const run = runs.get(market.listing) ?? {
    trades: [],
    fromCents: market.referenceCents,
    looked: 0,
    heard: 0,
  };
  runs.set(market.listing, run);
  const since = trade.at - priceSpike.windowMs;
  let old = 0;
  while (old < run.trades.length && (run.trades[old] as Trade).at < since) old += 1;
  run.fromCents = run.trades[old - 1]?.priceCents ?? run.fromCents;
  if (old > 0) run.trades.splice(0, old);
  run.trades.push(trade);
  run.heard += 1;
  return run;
}

/** Who brought how much of an auction's volume, on the side that carries the most. */
function carriers(trades: readonly Trade[], up: boolean): Map<PersonId, number> {
  const amounts = new Map<PersonId, number>();
  for (const { buy, sell, quantity } of trades) addTo(amounts, up ? buy.natural : sell.natural, quantity);
  return amounts;
}

const accountsOf = (trades: readonly Trade[], who: PersonId): readonly PersonId[] =>
  people(
    ...trades.flatMap(({ buy, sell }) =>
      [buy, sell].filter(({ natural }) => natural === who).map(({ person }) => person),
    ),
  );

/** A price that runs away from where it was, driven by one owner. 2016/522 Annex II section 1 indicators A(b), A(e). */
export const priceSpikes: MakeDetector = ({ tell }) => {
  function spike(
    market: Watched,
    trades: readonly Trade[],
    [who, amount, all]: readonly [PersonId | null, number, number],
    move: number,
    fromCents: number,
  ): void {
    const shareOf = shareBps(amount, all);
    const last = trades.at(-1);
    if (who === null || last === undefined || shareOf < priceSpike.share) return;
    const own = trades.filter(({ buy, sell }) => buy.natural === who || sell.natural === who);
    if (own.length < priceSpike.trades) return;
    tell({
      detector: 'price_spike',
      severity: 'medium',
      listing: market.listing,
      subjects: accountsOf(own, who),
      from: trades[0]?.at ?? last.at,
      to: last.at,
      seqs: seqsOf(own),
      orders: ordersOf(own),
      figures: { moveBps: move, fromCents, toCents: last.priceCents, shareBps: shareOf, trades: own.length },
    });
  }

  const runs = new Map<string, Run>();
  return {
    traded(trade, market) {
      if (trade.aggressor === 'auction') return;
      const run = follow(runs, trade, market);
      const { fromCents: from, trades } = run;
      const move = moveBps(from, trade.priceCents);
      if (Math.abs(move) < priceSpike.move || trades.length < priceSpike.trades) {
        run.looked = 0;
        return;
      }
      if (Math.abs(move) <= run.looked && !isDue(run.heard, trades.length)) return;
      run.looked = Math.abs(move);
      const direction = move > 0 ? 'buy' : 'sell';
      const driving = trades.filter(({ aggressor }) => aggressor === direction);
      const amounts = new Map<PersonId, number>();
      for (const one of driving) {
        const mover = moverOf(one);
        if (mover !== null) addTo(amounts, mover, one.quantity);
      }
      const all = driving.reduce((sum, { quantity }) => sum + quantity, 0);
      spike(market, trades, [...greatest(amounts), all], move, from);
    },
    uncrossed({ at, priceCents, referenceCents }, market) {
      const move = moveBps(referenceCents, priceCents);
      if (Math.abs(move) < priceSpike.move) return;
      const trades = market.trades.filter((one) => one.at === at && one.aggressor === 'auction');
      if (trades.length < priceSpike.trades) return;
      const all = trades.reduce((sum, { quantity }) => sum + quantity, 0);
      spike(market, trades, [...greatest(carriers(trades, move > 0)), all], move, referenceCents);
    },
  };
};
