import { expect } from 'chai';
import type { PlaceOrder } from '@piazza/shared/contract';
import { clearing } from '@piazza/shared/auction';
import { effectOf, type Levels } from '../../../../client/src/features/order-ticket/effect.ts';
import { typesIn, timesIn } from '../../../../client/src/features/order-ticket/kinds.ts';
import { tradingBound } from '../../../../client/src/features/order-ticket/prices.ts';
import { BUY, levels as allLevels, priceOfLevel, SELL } from '../../../../server/src/domain/market/index.ts';
import { boundLevel } from '../../../../server/src/domain/market/collars.ts';
import { cast } from '../../../support/domain-cast.ts';
import type { DomainVenue } from '../../../support/domain-venue.ts';
import { given } from '../../../support/given.ts';
import { buy, marketIn, marketOf, sell } from '../../../support/market-venue.ts';

/** The book of a market as its feed shows it. */
function levelsOf(venue: DomainVenue): Levels {
  const { book } = marketOf(venue);
  const bids: [number, number][] = [];
  const asks: [number, number][] = [];
  for (let level = 1; level <= allLevels; level += 1) {
    const [wanted, offered] = [book.levelQuantity(BUY, level), book.levelQuantity(SELL, level)];
    if (wanted > 0) bids.unshift([priceOfLevel(level), wanted]);
    if (offered > 0) asks.push([priceOfLevel(level), offered]);
  }
  return { bids, asks };
}

const marksOf = (venue: DomainVenue) => {
  const { referenceCents, last } = marketOf(venue);
  return { reference: referenceCents, last: last?.priceCents ?? null };
};

const wish = (order: Partial<PlaceOrder>): PlaceOrder => ({
  side: 'buy',
  type: 'limit',
  price: 1_000 as never,
  quantity: 10 as never,
  timeInForce: 'gtc',
  ...order,
});

/** Whole numbers below a bound, the same in every run. */
function chanceOf(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
const prices = [930, 940, 960, 970, 980, 985, 990, 995, 1_000, 1_010, 1_020, 1_030, 1_040, 1_060, 1_080];

describe('what a ticket says an order would do', () => {
  it('is what the venue then does, on any book in continuous trading', () => {
    const pick = chanceOf(7);
    const seen = { refused: 0, traded: 0, rested: 0, dropped: 0, interrupted: 0 };
    for (let round = 0; round < 600; round += 1) {
      const { venue } = given(marketIn('continuous'));
      for (let n = pick(12); n > 0; n -= 1) {
        const order = pick(2) === 0 ? buy : sell;
        venue.take(
          [cast.ivo, cast.caio][pick(2)] ?? cast.ivo,
          order(1 + pick(30), prices[pick(prices.length)] ?? 1_000),
        );
      }
      if (marketOf(venue).phase !== 'continuous') continue;
      const times = ['gtc', 'ioc', 'fok'] as const;
      const order = wish({
        side: pick(2) === 0 ? 'buy' : 'sell',
        price: (prices[pick(prices.length)] ?? 1_000) as never,
        quantity: (1 + pick(60)) as never,
        timeInForce: times[pick(3)] ?? 'gtc',
        ...(pick(4) === 0 ? { minimumQuantity: (1 + pick(10)) as never } : {}),
      });
      if ((order.minimumQuantity ?? 0) > order.quantity) continue;
      const said = effectOf(levelsOf(venue), 'continuous', order, marksOf(venue));
      if (said.kind !== 'trades') throw new Error('a call in continuous trading');
      const { side, price, quantity, timeInForce, minimumQuantity } = order;
      const command = (side === 'buy' ? buy : sell)(quantity, price, {
        timeInForce,
        minimumQuantity: minimumQuantity ?? 0,
      });
      const decision = venue.take(cast.ines, command);
      if ('rejection' in decision) {
        expect(said.refused, `round ${round}`).to.equal(decision.rejection.code);
        seen.refused += 1;
        continue;
      }
      const { filled, resting, cancelled } = decision.result as Record<string, number>;
      expect(
        { refused: said.refused, filled: said.filled, resting: said.rests, cancelled: said.dropped },
        `round ${round}`,
      ).to.deep.equal({ refused: null, filled, resting, cancelled });
      expect(marketOf(venue).phase === 'call').to.equal(said.interruptedAt !== null);
      if (said.filled > 0) seen.traded += 1;
      if (said.rests > 0) seen.rested += 1;
      if (said.dropped > 0) seen.dropped += 1;
      if (said.interruptedAt !== null) seen.interrupted += 1;
      expect(said.value).to.equal(said.fills.reduce((sum, [at, units]) => sum + at * units, 0));
    }
    for (const [kind, times] of Object.entries(seen)) expect(times, kind).to.be.greaterThan(3);
  });

  it('tells the price of a call before and after, and what the order would get', () => {
    const levels: Levels = { bids: [[1_000, 10]], asks: [[1_000, 30]] };
    const marks = { reference: 1_000, last: null };
    const said = effectOf(levels, 'call', wish({ quantity: 15 as never }), marks);
    expect(said).to.deep.equal({
      kind: 'gathers',
      before: { price: 1_000, volume: 10, surplus: -20 },
      after: { price: 1_000, volume: 25, surplus: -5 },
      filled: 15,
    });
    const late = effectOf(levels, 'call', wish({ quantity: 40 as never }), marks);
    // The last to come at the margin gets what the others left: 30 less the 10 before it.
    expect(late.filled).to.equal(20);
    const away = effectOf(levels, 'call', wish({ side: 'sell', price: 1_100 as never }), marks);
    expect(away.filled).to.equal(0);
  });

  it('tells of a call what the venue then clears, on any book', () => {
    const pick = chanceOf(11);
    for (let round = 0; round < 60; round += 1) {
      const { venue } = given(marketIn('call'));
      for (let n = pick(10); n > 0; n -= 1)
        venue.take(
          pick(2) === 0 ? cast.ivo : cast.caio,
          (pick(2) === 0 ? buy : sell)(1 + pick(30), prices[pick(prices.length)] ?? 1_000),
        );
      const order = wish({
        side: pick(2) === 0 ? 'buy' : 'sell',
        price: (prices[pick(prices.length)] ?? 1_000) as never,
        quantity: (1 + pick(40)) as never,
      });
      const said = effectOf(levelsOf(venue), 'call', order, marksOf(venue));
      venue.take(cast.ines, (order.side === 'buy' ? buy : sell)(order.quantity, order.price));
      const after = levelsOf(venue);
      if (said.kind !== 'gathers') throw new Error('no call');
      expect(said.after, `round ${round}`).to.deep.equal(
        clearing(after.bids, after.asks, marksOf(venue).reference),
      );
    }
  });
});

describe('what a ticket offers', () => {
  it('stops where the venue would interrupt trading', () => {
    const { venue } = given(marketIn('continuous'));
    for (const [last, reference] of [
      [null, 1_000],
      [1_090, 1_000],
      [920, 1_000],
      [2_010, 1_995],
    ] as const) {
      const market = marketOf(venue);
      market.referenceCents = reference;
      market.last = last === null ? null : { priceCents: last, at: venue.now };
      for (const side of ['buy', 'sell'] as const)
        expect(tradingBound(side, { reference, last }), `${side} ${last}`).to.equal(
          priceOfLevel(boundLevel(market, side === 'buy' ? BUY : SELL)),
        );
    }
  });

  it('is what the venue takes in each phase, and all of it', () => {
    for (const phase of ['pre_open', 'call', 'freeze', 'continuous'] as const)
      for (const type of ['limit', 'market'] as const)
        for (const timeInForce of ['day', 'gtc', 'gtd', 'ioc', 'fok', 'auction'] as const) {
          const { venue } = given(marketIn(phase));
          venue.take(cast.ivo, sell(10, 1_000));
          const lastDay = timeInForce === 'gtd' ? Math.floor(venue.now / 86_400_000) + 1 : 0;
          const decision = venue.decide(cast.ines, buy(5, 1_000, { type, timeInForce, lastDay }));
          const code = 'rejection' in decision ? decision.rejection.code : null;
          const offered = typesIn(phase).includes(type) && timesIn(phase, type).includes(timeInForce);
          // A market order stands for no time; the ticket offers the two that say so.
          if (type === 'market' && phase === 'continuous' && timeInForce !== 'auction') continue;
          expect(code === null, `${phase} ${type} ${timeInForce} ${code}`).to.equal(offered);
        }
  });
});
