import { reject } from '@piazza/shared/rejections';
import type { ListingId, OfferId } from '@piazza/shared/values';
import type { Socket } from 'socket.io';
import type { ApiContext } from '../api/context.ts';
import { Refused, type Principal } from '../api/handler.ts';
import { pickOffer, presentProgress } from '../api/present/offer.ts';
import type { OwnCalls } from './calls.ts';
import { readDealFlowFrom } from './deal-flow.ts';
import { readOrdersFrom } from './order-feed.ts';
import { rooms } from './outbox.ts';

/** Rooms of one kind that one socket may be in: more than a screen can show. */
const mostFollowed = 200;

export interface OwnCallParts {
  readonly socket: Socket;
  readonly context: ApiContext;
  /** Who the socket is of now. */
  readonly caller: () => Principal | null;
  /** Takes a fresh token in. @throws Refused session_expired, not_allowed */
  readonly renew: (accessToken: string) => void;
}

/** @throws Refused rate_limited when the socket follows so many already */
function requireRoom(socket: Socket, prefix: string): void {
  const followed = [...socket.rooms].filter((room) => room.startsWith(prefix)).length;
  if (followed >= mostFollowed) throw new Refused(reject('rate_limited'));
}

function marketCalls({
  socket,
  context,
  caller,
}: OwnCallParts): Pick<OwnCalls, 'subscribeMarket' | 'unsubscribeMarket' | 'subscribeOrders'> {
  return {
    subscribeMarket: async ({ listingId }: { listingId: ListingId }) => {
      requireRoom(socket, rooms.market(''));
      // Whoever has just placed an order finds it in the book they ask for.
      await context.historySettled();
      if (context.marketSnapshot(listingId) === undefined) throw new Refused(reject('not_found'));
      // Into the room first: the frame under way may repeat what the snapshot has, and none is missing.
      await socket.join(rooms.market(listingId));
      return context.marketSnapshot(listingId);
    },
    unsubscribeMarket: async ({ listingId }: { listingId: ListingId }) => {
      await socket.leave(rooms.market(listingId));
      return {};
    },
    subscribeOrders: async ({ after }: { after?: number }) => {
      const person = (caller() as Principal).personId;
      await socket.join(rooms.orders(person));
      return readOrdersFrom(context, person, after);
    },
  };
}

/** What one connection may ask for itself. */
export function ownCalls(parts: OwnCallParts): OwnCalls {
  const { socket, context, renew } = parts;
  return {
    ...marketCalls(parts),
    subscribeDealFlow: async ({ after }: { after?: number }) => {
      // Into the room before the last read: what happens in between arrives twice rather than never.
      await socket.join(rooms.dealFlow);
      return readDealFlowFrom(context, after);
    },
    subscribeOffer: async ({ offerId }: { offerId: OfferId }) => {
      requireRoom(socket, rooms.offer(''));
      await context.exchange.read((state) => pickOffer(state, offerId).offer.id);
      await socket.join(rooms.offer(offerId));
      const { progress } = await context.exchange.read((state) => pickOffer(state, offerId));
      return presentProgress(offerId, progress);
    },
    unsubscribeOffer: async ({ offerId }: { offerId: OfferId }) => {
      await socket.leave(rooms.offer(offerId));
      return {};
    },
    renewSession: async ({ accessToken }: { accessToken: string }) => {
      renew(accessToken);
      return Promise.resolve({});
    },
  };
}
