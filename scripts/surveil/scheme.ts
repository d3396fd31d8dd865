import type { PersonId } from '@piazza/shared/values';
import { levelOfPrice, priceOfLevel, type Market } from '../../server/src/domain/market/index.ts';
import { below, type Chance } from '../../test/support/market-wishes.ts';
import { best, placeAs, type Crowd } from './crowd.ts';
import { dayOfTrading, type Stage } from './stage.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** Something somebody does at a moment; false when it cannot be done yet and is tried again soon. */
export interface Deed {
  readonly at: number;
  readonly act: () => boolean | void;
}

/** Where a planted pattern is laid into a clean market, and with what. */
export interface Plot {
  readonly stage: Stage;
  readonly crowd: Crowd;
  readonly chance: Chance;
  /** Adds a deed. */
  readonly at: (moment: number, act: Deed['act']) => void;
  /** Has come about: only what really happened is asked of a detector. */
  readonly done: () => void;
}

/** From least to most, the ends included. */
export const between = (chance: Chance, least: number, most: number): number =>
  least + below(chance, most - least + 1);
/** About as many, up to that share more or less. */
export const about = (chance: Chance, amount: number, share: number): number =>
  Math.max(1, Math.round(amount * (1 + (2 * chance() - 1) * share)));

/** A moment of continuous trading on that day, with room before the close. */
export const during = ({ chance }: Plot, day: number): number =>
  dayOfTrading(day) + Math.floor((10.25 + 4.5 * chance()) * hour);

export const marketOf = ({ stage }: Plot): Market => stage.lane.market(stage.listing);

/** A price at which two orders meet nobody else: between the best bid and the best ask, and not below `least`. */
function priceBetween(plot: Plot, least: number): number | null {
  const { bid, ask } = best(marketOf(plot));
  if (bid === 0 || ask === 0) return null;
  const [low, high] = [levelOfPrice(bid) + 1, levelOfPrice(ask) - 1];
  if (low > high) return null;
  if (least === 0) return priceOfLevel(between(plot.chance, low, high));
  const highest = priceOfLevel(high);
  return highest < least ? null : highest;
}

const unitsOf = ({ stage }: Plot, who: PersonId): number =>
  stage.lane.state.venue.register.holders.get(stage.listing)?.get(who)?.units ?? 0;

export interface Meeting {
  readonly seller: PersonId;
  readonly buyer: PersonId;
  readonly sold: number;
  readonly bought: number;
  readonly apartMs: number;
  /** Lowest price in cents they agree to; 0 where any will do. */
  readonly least?: () => number;
  readonly met?: () => void;
}

/** Two who agree on a trade: one rests between bid and ask, the other takes it. Tried again until there is room. */
export function meet(plot: Plot, moment: number, meeting: Meeting): void {
  const { stage, chance } = plot;
  const { seller, buyer, sold, bought, apartMs, met, least = () => 0 } = meeting;
  plot.at(moment, () => {
    const price = marketOf(plot).phase === 'continuous' ? priceBetween(plot, least()) : null;
    if (price === null || unitsOf(plot, seller) < sold) return false;
    const sellsFirst = chance() < 0.5;
    const [sale, purchase] = [
      { side: 'sell', priceCents: price, quantity: sold } as const,
      { side: 'buy', priceCents: price, quantity: bought } as const,
    ];
    const first = placeAs(stage, sellsFirst ? seller : buyer, sellsFirst ? sale : purchase);
    plot.at(stage.lane.now + apartMs, () => {
      const [taker, wish] = sellsFirst ? [buyer, purchase] : [seller, sale];
      const before = unitsOf(plot, taker);
      placeAs(stage, taker, { ...wish, timeInForce: 'ioc' });
      if (Math.abs(unitsOf(plot, taker) - before) === wish.quantity) return met?.();
      // Somebody else was faster: they try again.
      if (first !== null)
        stage.lane.give(sellsFirst ? seller : buyer, { kind: 'orders.cancel', order: first });
      meet(plot, stage.lane.now + minute, meeting);
    });
    return true;
  });
}

/** Units at rest on a side, own ones left out. */
export function depthOf(plot: Plot, side: 0 | 1): number {
  const { book } = marketOf(plot);
  let units = 0;
  for (let level = book.best(side); level !== 0; level = book.next(side, level))
    units += book.levelQuantity(side, level);
  return units;
}

/** Somebody of the crowd who is not the market maker, each another. */
export function conspirators({ stage, chance }: Plot, count: number): PersonId[] {
  const found = new Set<PersonId>();
  while (found.size < count) {
    const one = stage.investors[1 + below(chance, stage.investors.length - 1)];
    if (one !== undefined) found.add(one);
  }
  return [...found];
}

/** Lays one pattern into a market that is clean otherwise. Returns the accounts that take part. */
export type Plant = (plot: Plot) => readonly PersonId[];

/** Units worth so many cents, in this market. */
export const worth = ({ stage }: Plot, cents: number): number =>
  Math.max(1, Math.round(cents / stage.issueCents));
