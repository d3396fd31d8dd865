import type {
  MarketCalendar,
  MarketModel,
  MarketPhase,
  MarketView,
  PlacedOrder,
} from '@piazza/shared/contract';
import type { ListingId, OrderId, PostId } from '@piazza/shared/values';
import type { Cast, Player } from './cast.ts';
import { minute } from './draft.ts';
import { offerIn } from './listings.ts';

/** One session every day: pre-open 9:00, call 9:30, freeze 9:58, its end from 10:00, continuous until 17:30. */
export const everyDay: MarketCalendar = {
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

/** €25 a unit in lots of ten, free to be traded. */
const tradable = {
  facts: {
    transferability: 'free',
    price: 2_500 as never,
    minimumTicket: 25_000 as never,
  },
} as const;

/** A funded issue of Enzo's that may trade: Ines and Ivo hold 100 units each. */
export const fundedIssue = async (cast: Cast): Promise<ListingId> =>
  (await offerIn(cast, 'funded', tradable)).listingId;

/** The same, admitted to trading and closed. */
export async function openedMarket(cast: Cast, model: MarketModel = 'continuous'): Promise<ListingId> {
  const listingId = await fundedIssue(cast);
  await cast.olga.api.call('markets.open', {
    params: { listingId },
    body: { model, calendar: everyDay, reason: 'Everything is delivered' },
  });
  return listingId;
}

export const readMarket = (cast: Cast, listingId: ListingId): Promise<MarketView> =>
  cast.olga.api.call('markets.read', { params: { listingId } });

export const act = (
  cast: Cast,
  listingId: ListingId,
  which: 'start' | 'extend' | 'halt' | 'resume' | 'close',
): Promise<MarketView> =>
  cast.olga.api.call('markets.act', {
    params: { listingId },
    body: { act: which, reason: 'As the story goes' },
  });

const phaseOf = async (cast: Cast, listingId: ListingId): Promise<MarketPhase> =>
  (await readMarket(cast, listingId)).session.phase;

/** Sees that a market takes orders: in a call that is not frozen, whatever it was doing. */
export async function bringToCall(cast: Cast, listingId: ListingId): Promise<void> {
  const phase = await phaseOf(cast, listingId);
  if (phase === 'call') return;
  if (phase === 'halted') return void (await act(cast, listingId, 'resume'));
  if (phase !== 'closed' && phase !== 'pre_open') await act(cast, listingId, 'close');
  await act(cast, listingId, 'start');
}

export async function bringToClosed(cast: Cast, listingId: ListingId): Promise<void> {
  if ((await phaseOf(cast, listingId)) !== 'closed') await act(cast, listingId, 'close');
}

/** Starts a session by hand and lets its call end: continuous trading, where the market has it. */
export async function bringToContinuous(cast: Cast, listingId: ListingId): Promise<void> {
  await bringToCall(cast, listingId);
  await cast.pass(7 * minute);
}

export interface Wish {
  readonly price: number;
  readonly quantity: number;
  readonly timeInForce?: 'day' | 'gtc' | 'gtd' | 'ioc' | 'fok' | 'auction';
}

const order =
  (side: 'buy' | 'sell') =>
  (who: Player, listingId: ListingId, wish: Wish): Promise<PlacedOrder> =>
    who.api.call('orders.place', {
      params: { listingId },
      body: {
        side,
        type: 'limit',
        timeInForce: wish.timeInForce ?? 'gtc',
        price: wish.price as never,
        quantity: wish.quantity as never,
      },
    });
/** Prices in cents. */
export const buys = order('buy');
export const sells = order('sell');

/** Somebody's wish to buy ten on the board. */
export const posted = async (who: Player, listingId: ListingId): Promise<PostId> => {
  const wish = { side: 'buy', quantity: 10 as never, price: null, note: '', sharesContact: true } as const;
  return (await who.api.call('board.post', { params: { listingId }, body: wish })).id;
};

/** An order of Ines at rest, to be looked at and changed. */
export const restingOrder = async (cast: Cast, listingId: ListingId): Promise<OrderId> =>
  (await buys(cast.ines, listingId, { price: 2_000, quantity: 10 })).orderId;
