import type { ListingId } from '@piazza/shared/values';
import type { Level } from '@piazza/shared/depth';
import {
  priceOfLevel,
  type MarketAct,
  type MarketModel,
  type PlaceOrder,
} from '../../server/src/domain/market/index.ts';
import type { Cast, Name } from './cast.ts';
import { minute } from './draft.ts';
import { offerIn } from './listings.ts';

/** A session a day, wherever in the week a story stands. */
const everyDay = {
  sessions: [
    {
      preOpenMinute: 540,
      callMinute: 570,
      freezeMinute: 598,
      endMinute: 600,
      closeMinute: 1_050,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    },
  ],
  everyDay: true,
};

/** What an order leaves open: a limit order until cancelled. Prices in cents. */
export type Wish = Pick<PlaceOrder, 'side' | 'priceCents' | 'quantity'> & Partial<PlaceOrder>;

/** The market of a funded issue at €10.00 of which Ines and Ivo hold 100 units each. */
export interface Floor {
  readonly cast: Cast;
  readonly listingId: ListingId;
  /** Straight to the core. Gives the order's number. @throws Refusal */
  readonly place: (who: Name, wish: Wish) => Promise<number>;
  /** @throws Refusal */
  readonly cancel: (who: Name, order: number) => Promise<void>;
  /** What an operator does with the session. */
  readonly act: (act: MarketAct) => Promise<void>;
  /** From a closed market to continuous trading, through a call without orders. */
  readonly toContinuous: () => Promise<void>;
  /** The book as the core has it, durable or not. */
  readonly book: () => { readonly bids: Level[]; readonly asks: Level[] };
}

/** Opens a market by real commands; it is closed till somebody acts. */
export async function openFloor(cast: Cast, model: MarketModel): Promise<Floor> {
  const { exchange } = cast.venue.venue;
  const { listingId } = await offerIn(cast, 'funded', { facts: { transferability: 'free' } });
  const reason = { ref: 'floor', hash: 'floor' };
  const open = { kind: 'markets.open', listing: listingId, model, calendar: everyDay, reason } as const;
  await exchange.command(open, cast.olga.id);
  const act = async (what: MarketAct): Promise<void> => {
    await exchange.command({ kind: 'markets.act', listing: listingId, act: what, reason }, cast.olga.id);
  };
  const levels = (side: 0 | 1): Level[] =>
    exchange.peek((state) => {
      const found: Level[] = [];
      const book = state.markets.markets.get(listingId)!.book;
      for (let level = book.best(side); level !== 0; level = book.next(side, level))
        found.push([priceOfLevel(level), book.levelQuantity(side, level) as never]);
      return found;
    });
  return {
    cast,
    listingId,
    act,
    place: async (who, wish) => {
      const order: PlaceOrder = {
        kind: 'orders.place',
        listing: listingId,
        type: 'limit',
        timeInForce: 'gtc',
        lastDay: 0,
        minimumQuantity: 0,
        selfMatch: 'cancel_newest',
        ...wish,
      };
      return Number((await exchange.command(order, cast[who].id))['order']);
    },
    cancel: async (who, order) => {
      await exchange.command({ kind: 'orders.cancel', order }, cast[who].id);
    },
    toContinuous: async () => {
      await act('start');
      await cast.pass(7 * minute);
    },
    book: () => ({ bids: levels(0), asks: levels(1) }),
  };
}
