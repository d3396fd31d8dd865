import type { Detector } from '@piazza/shared/policy';
import type { PersonId } from '@piazza/shared/values';
import { BUY, levelOfPrice, priceOfLevel, SELL } from '../../server/src/domain/market/index.ts';
import { below, pick } from '../../test/support/market-wishes.ts';
import { best, placeAs } from './crowd.ts';
import { auctionCancel, gathering, marking, spike } from './plants-price.ts';
import {
  about,
  between,
  conspirators,
  depthOf,
  during,
  hour,
  marketOf,
  meet,
  minute,
  second,
  worth,
  type Plant,
  type Plot,
} from './scheme.ts';

type Wish = readonly [seller: PersonId, buyer: PersonId, quantity: number];

/** Meetings one after the other, each when the one before has come about; `done` after the last, `met` after each. */
function chain(
  plot: Plot,
  begins: number,
  gaps: readonly [number, number],
  [wish, ...others]: readonly Wish[],
  apartMost: number,
  met: () => void = () => undefined,
  least: () => number = () => 0,
): void {
  if (wish === undefined) {
    plot.done();
    return;
  }
  const [seller, buyer, quantity] = wish;
  const { chance, stage } = plot;
  const agreed = (): void => {
    met();
    chain(plot, stage.lane.now + between(chance, gaps[0], gaps[1]), gaps, others, apartMost, met, least);
  };
  const apartMs = between(chance, 200, apartMost);
  meet(plot, begins, { seller, buyer, sold: quantity, bought: quantity, apartMs, met: agreed, least });
}

/** One human being by two accounts, or two who pass the same units to and fro. */
const wash: Plant = (plot) => {
  const { chance, stage } = plot;
  const [a, b] = conspirators(plot, 2) as [PersonId, PersonId];
  const quantity = worth(plot, between(chance, 30_000, 400_000));
  const begins = during(plot, between(chance, 0, 2));
  if (chance() < 0.5) {
    stage.lane.happens({ kind: 'people.identified', person: b, natural: a });
    chain(plot, begins, [0, 1], [[a, b, quantity]], 10 * minute);
    return [a, b];
  }
  const meetings = Array.from({ length: between(chance, 2, 4) }, () => [
    [a, b, about(chance, quantity, 0.03)] as const,
    [b, a, about(chance, quantity, 0.03)] as const,
  ]).flat();
  chain(plot, begins, [2 * minute, 18 * minute], meetings, 2 * minute);
  return [a, b];
};

const circular: Plant = (plot) => {
  const { chance } = plot;
  const members = conspirators(plot, between(chance, 3, 4));
  const quantity = worth(plot, between(chance, 60_000, 500_000));
  const rounds = between(chance, 1, 2);
  const meetings = Array.from({ length: rounds }, () =>
    members.map((seller, at) => {
      const buyer = members[(at + 1) % members.length] as PersonId;
      return [seller, buyer, about(chance, quantity, 0.015)] as const;
    }),
  ).flat();
  chain(plot, during(plot, between(chance, 0, 2)), [minute, 12 * minute], meetings, minute);
  return members;
};

const matched: Plant = (plot) => {
  const { chance } = plot;
  const [a, b] = conspirators(plot, 2) as [PersonId, PersonId];
  const meetings = Array.from({ length: between(chance, 4, 7) }, () => {
    const quantity = worth(plot, between(chance, 20_000, 300_000));
    return chance() < 0.8 ? ([a, b, quantity] as const) : ([b, a, quantity] as const);
  });
  chain(plot, during(plot, between(chance, 0, 2)), [2 * minute, 30 * minute], meetings, 4 * second);
  return [a, b];
};

/** Orders in several layers on one side, a small trade on the other, and the layers go. */
const layering: Plant = (plot) => {
  const { chance, stage } = plot;
  const [who] = conspirators(plot, 1) as [PersonId];
  let served = 0;
  const wanted = between(chance, 2, 4);
  let at = during(plot, between(chance, 0, 2));
  for (let time = 0; time < wanted; time += 1) {
    const side = chance() < 0.5 ? BUY : SELL;
    plot.at(at, () => {
      const { bid, ask } = best(marketOf(plot));
      if (marketOf(plot).phase !== 'continuous' || bid === 0 || ask === 0) return false;
      const layers = between(chance, 2, 5);
      const total = Math.ceil(Math.min(depthOf(plot, side) * (0.6 + chance()), worth(plot, 3_000_000)));
      const top = levelOfPrice(side === BUY ? bid : ask);
      const orders: number[] = [];
      for (let layer = 0; layer < layers; layer += 1) {
        const level = side === BUY ? top - layer - below(chance, 2) : top + 1 + layer;
        const quantity = Math.max(1, Math.floor(total / layers));
        const shown = {
          side: side === BUY ? 'buy' : 'sell',
          priceCents: priceOfLevel(level),
          quantity,
        } as const;
        const order = placeAs(stage, who, shown);
        if (order !== null) orders.push(order);
      }
      plot.at(stage.lane.now + between(chance, 2 * second, 2 * minute), () => {
        const now = best(marketOf(plot));
        const priceCents = side === BUY ? now.bid : now.ask;
        // Own layers may be best by now: the trade is with somebody else, or not at all.
        const quantity = Math.max(1, Math.floor(total / between(chance, 6, 14)));
        const before = marketOf(plot).trades;
        const wish = {
          side: side === BUY ? 'sell' : 'buy',
          priceCents,
          quantity,
          timeInForce: 'ioc',
        } as const;
        if (priceCents > 0) placeAs(stage, who, { ...wish, selfMatch: 'cancel_newest' });
        const traded = marketOf(plot).trades > before;
        plot.at(stage.lane.now + between(chance, 2 * second, 80 * second), () => {
          const gone = orders.filter(
            (order) => stage.lane.give(who, { kind: 'orders.cancel', order }).refused === null,
          );
          // Where none was taken, or most of them were traded, nothing was shown and taken back.
          if (traded && gone.length * 4 >= layers * 3) served += 1;
          if (served === 2) plot.done();
        });
      });
      return true;
    });
    at += between(chance, 5 * minute, 40 * minute);
  }
  return [who];
};

/** Some to whom the issue was allotted trade among themselves, and others follow. */
const collusion: Plant = (plot) => {
  const { chance, crowd } = plot;
  const members = conspirators(plot, between(chance, 2, 4));
  const wishes = Array.from({ length: between(chance, 7, 11) }, (_, time): Wish => {
    const [seller, buyer] = [time, time + 1].map((at) => members[at % members.length] as PersonId);
    return [seller as PersonId, buyer as PersonId, worth(plot, between(chance, 20_000, 120_000))];
  });
  let [met, first, highest] = [0, 0, 0];
  const follow = (): void => {
    const last = marketOf(plot).last?.priceCents ?? 0;
    met += 1;
    if (met === 1) first = last;
    highest = Math.max(highest, last);
    // Who sees prices rise believes in them.
    crowd.fair *= 1.012 + 0.008 * chance();
    if (met >= 6 && last >= first * 1.05) plot.done();
  };
  const quiet: Plot = { ...plot, done: () => undefined };
  chain(
    quiet,
    during(plot, between(chance, 0, 2)),
    [3 * minute, 12 * minute],
    wishes,
    minute,
    follow,
    () => highest * 1.003,
  );
  return members;
};

const insider: Plant = (plot) => {
  const { chance, stage } = plot;
  const who = stage.investors[7] as PersonId;
  plot.at(during(plot, between(chance, 1, 2)), () => {
    const { bid } = best(marketOf(plot));
    if (bid === 0) return false;
    const order = placeAs(stage, who, { side: 'buy', priceCents: bid, quantity: between(chance, 1, 50) });
    if (order !== null) plot.done();
    return true;
  });
  return [who];
};

const topUp = ({ stage }: Plot, who: PersonId, amountCents: number): void =>
  void stage.lane.give(who, { kind: 'wallet.topUp', amountCents });

const structuring: Plant = (plot) => {
  const { chance } = plot;
  const [who] = conspirators(plot, 1) as [PersonId];
  const times = between(chance, 3, 6);
  let at = during(plot, between(chance, 0, 1));
  for (let time = 0; time < times; time += 1) {
    plot.at(at, () => {
      topUp(plot, who, between(chance, 810_000, 999_000));
      if (time === 2) plot.done();
    });
    at += between(chance, 10 * minute, 11 * hour);
  }
  return [who];
};

const large: Plant = (plot) => {
  const [who] = conspirators(plot, 1) as [PersonId];
  plot.at(during(plot, between(plot.chance, 0, 2)), () => {
    topUp(plot, who, pick(plot.chance, [1_000_000, 1_000_100, 2_500_000, 9_000_000]));
    plot.done();
  });
  return [who];
};

/** What is planted for each detector. */
export const plants: Readonly<Record<Detector, Plant>> = {
  wash_trade: wash,
  circular_trade: circular,
  matched_orders: matched,
  layering,
  auction_cancel: auctionCancel,
  price_spike: spike,
  marking_close: marking,
  concentration: gathering,
  allotment_collusion: collusion,
  insider_trading: insider,
  structuring,
  large_transaction: large,
};
