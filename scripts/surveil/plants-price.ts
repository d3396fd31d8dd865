import type { PersonId } from '@piazza/shared/values';
import {
  BUY,
  levelAtOrBelow,
  levelOfPrice,
  priceOfLevel,
  SELL,
} from '../../server/src/domain/market/index.ts';
import { best, placeAs } from './crowd.ts';
import {
  about,
  between,
  conspirators,
  depthOf,
  during,
  hour,
  marketOf,
  minute,
  second,
  worth,
  type Plant,
  type Plot,
} from './scheme.ts';
import { dayOfTrading } from './stage.ts';

/** Large orders in a call that leave in its last minute. */
export const auctionCancel: Plant = (plot) => {
  const { chance, stage } = plot;
  const [who] = conspirators(plot, 1) as [PersonId];
  const freeze = dayOfTrading(between(chance, 1, 3)) + 9 * hour + 58 * minute;
  const orders: number[] = [];
  const side = chance() < 0.5 ? BUY : SELL;
  plot.at(freeze - between(chance, 3, 24) * minute, () => {
    const { bid, ask } = best(marketOf(plot));
    const around = side === BUY ? (ask === 0 ? bid : ask) : bid === 0 ? ask : bid;
    const price = around === 0 ? stage.issueCents : around;
    const total = Math.max(worth(plot, 300_000), Math.ceil(depthOf(plot, side) * (0.7 + 1.3 * chance())));
    const parts = between(chance, 1, 3);
    for (let part = 0; part < parts; part += 1) {
      const level = levelOfPrice(price) + (side === BUY ? -part : part);
      const quantity = Math.ceil(total / parts);
      const wish = {
        side: side === BUY ? 'buy' : 'sell',
        priceCents: priceOfLevel(level),
        quantity,
      } as const;
      const order = placeAs(stage, who, wish);
      if (order !== null) orders.push(order);
    }
  });
  plot.at(freeze - between(chance, 2, 50) * second, () => {
    const refused = orders.filter(
      (order) => stage.lane.give(who, { kind: 'orders.cancel', order }).refused !== null,
    );
    if (orders.length > 0 && refused.length === 0) plot.done();
  });
  return [who];
};

/** Takes all there is up to a price. Returns whether anything was traded. */
function sweep(plot: Plot, who: PersonId, limitCents: number, quantity: number): boolean {
  const before = marketOf(plot).trades;
  const priceCents = priceOfLevel(levelAtOrBelow(Math.floor(limitCents)));
  placeAs(plot.stage, who, { side: 'buy', priceCents, quantity, timeInForce: 'ioc' });
  return marketOf(plot).trades > before;
}
/** One buyer who drives the price up by a series of sweeps. */
export const spike: Plant = (plot) => {
  const { chance } = plot;
  const [who] = conspirators(plot, 1) as [PersonId];
  const begins = during(plot, between(chance, 0, 2));
  let [from, done] = [0, false];
  const steps = between(chance, 6, 10);
  const gap = (24 * minute) / steps;
  for (let step = 0; step < steps; step += 1) {
    plot.at(begins + step * gap + between(chance, 0, 20 * second), () => {
      const market = marketOf(plot);
      if (market.phase !== 'continuous') return;
      if (from === 0) from = market.last?.priceCents ?? market.referenceCents;
      const last = market.last?.priceCents ?? market.referenceCents;
      sweep(plot, who, Math.min(last * 1.045, from * 1.095), worth(plot, 4_000_000));
      // Who sees prices run believes that they will run on.
      plot.crowd.fair *= 1.013 + 0.008 * chance();
      const now = marketOf(plot).last?.priceCents ?? from;
      if (!done && now >= from * 1.07) {
        done = true;
        plot.done();
      }
    });
  }
  return [who];
};

/** The last seconds of several sessions, always the same buyer. */
export const marking: Plant = (plot) => {
  const { chance } = plot;
  const [who] = conspirators(plot, 1) as [PersonId];
  let made = 0;
  for (const day of [0, 1, 2, 3].slice(between(chance, 0, 1))) {
    const close = dayOfTrading(day) + 17.5 * hour;
    plot.at(close - between(chance, 2 * second, 20 * second), () => {
      const market = marketOf(plot);
      const last = market.last?.priceCents ?? market.referenceCents;
      if (market.phase !== 'continuous') return;
      const traded = sweep(plot, who, Math.max(plot.crowd.fair, last) * 1.045, worth(plot, 4_000_000));
      const now = marketOf(plot).last?.priceCents ?? last;
      if (traded && now >= plot.crowd.fair * 1.022) made += 1;
      if (made === 2) plot.done();
    });
  }
  return [who];
};

/** One buyer who takes about half of what a day brings. */
export const gathering: Plant = (plot) => {
  const { chance, stage } = plot;
  const [who] = conspirators(plot, 1) as [PersonId];
  const day = between(chance, 0, 2);
  const from = dayOfTrading(day) + 10.1 * hour;
  const to = dayOfTrading(day) + 17.4 * hour;
  const size = worth(plot, between(chance, 120_000, 260_000));
  const held = (): number => stage.lane.state.venue.register.holders.get(stage.listing)?.get(who)?.units ?? 0;
  let begun = -1;
  for (let at = from; at < to; at += between(chance, 2 * minute, 5 * minute)) {
    plot.at(at, () => {
      if (begun === -1) begun = held();
      const { ask } = best(marketOf(plot));
      if (ask !== 0 && marketOf(plot).phase === 'continuous')
        placeAs(stage, who, {
          side: 'buy',
          priceCents: ask,
          quantity: about(chance, size, 0.5),
          timeInForce: 'ioc',
        });
    });
  }
  plot.at(to, () => {
    const volume = marketOf(plot).day?.volume ?? 0;
    if (volume > 0 && held() - begun >= 0.45 * volume) plot.done();
  });
  return [who];
};
