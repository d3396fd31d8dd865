import type { CancelReason } from '../../domain/market/index.ts';
import type { OrderUpdate, OrderView, PlacedOrder } from '@piazza/shared/contract';
import {
  millis,
  orderIdOf,
  priceCents,
  seq,
  units,
  type ListingId,
  type PersonId,
} from '@piazza/shared/values';
import {
  dayText,
  lastDayOf,
  priceOfLevel,
  sideOf,
  timeInForceOf,
  type Market,
} from '../../domain/market/index.ts';
import type { VenueState } from '../../domain/venue/index.ts';
import type { OrderLine } from '../../projections/streams.ts';
import type { ApiContext } from '../context.ts';
import { listingTexts } from './words.ts';

type Result = Readonly<Record<string, string | number>>;

/** The core's answer to a placed or amended order. */
export const presentPlaced = ({ order, filled, resting, cancelled }: Result): PlacedOrder => ({
  orderId: orderIdOf(Number(order)),
  filled: units(Number(filled)),
  resting: units(Number(resting)),
  cancelled: units(Number(cancelled)),
});

type OrderPick = Omit<OrderView, 'title'>;

function pickOrder({ listing, book }: Market, slot: number): OrderPick {
  const resting = book.timeInForceAt(slot);
  const lastDay = lastDayOf(resting);
  return {
    id: orderIdOf(book.idAt(slot)),
    listingId: listing,
    side: sideOf(book.sideAt(slot)),
    price: priceOfLevel(book.levelAt(slot)),
    quantity: units(book.quantityAt(slot)),
    remaining: units(book.remainingAt(slot)),
    timeInForce: timeInForceOf(resting),
    goodTill: lastDay === 0 ? null : dayText(lastDay),
    placedAt: millis(book.placedAt(slot)),
  };
}

/** A person's orders at rest, of one market or of all, newest first. */
export function pickOrders(state: VenueState, person: PersonId, listing: ListingId | undefined): OrderPick[] {
  const found: OrderPick[] = [];
  for (const market of state.markets.markets.values()) {
    const seat = market.seats.get(person);
    if (seat === undefined || (listing !== undefined && market.listing !== listing)) continue;
    const { book } = market;
    for (let slot = book.firstOf(seat); slot !== -1; slot = book.followingOf(slot))
      found.push(pickOrder(market, slot));
  }
  return found.toSorted((a, b) => b.placedAt - a.placedAt || (a.id < b.id ? 1 : -1));
}

/** Titles of listings, each opened once. */
async function titlesOf(
  context: ApiContext,
  listings: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(listings)] as ListingId[];
  const sealed = await context.exchange.read((state) =>
    wanted.map((id) => state.listings.listings.get(id)?.content.texts),
  );
  const titles = wanted.map(async (id, at): Promise<[string, string]> => {
    const texts = sealed[at];
    return [id, texts === undefined ? '' : (await listingTexts(context, texts)).title];
  });
  return new Map(await Promise.all(titles));
}

export async function presentOrders(context: ApiContext, picks: readonly OrderPick[]): Promise<OrderView[]> {
  const titles = await titlesOf(
    context,
    picks.map(({ listingId }) => listingId),
  );
  return picks.map((pick) => ({ ...pick, title: titles.get(pick.listingId) ?? '' }));
}

// To its owner an order that makes room for its own amendment was not cancelled: the stream says `amended`.
const publicReason = (reason: CancelReason | null): OrderUpdate['reason'] =>
  reason === 'amended' ? 'owner' : reason;

/** A line of the private stream; its place in the stream is the update's seq. */
const presentUpdate = (index: number, line: OrderLine, title: string): OrderUpdate => ({
  seq: seq(index),
  at: millis(line.at),
  orderId: orderIdOf(line.order),
  listingId: line.listing as ListingId,
  title,
  side: line.side,
  kind: line.kind,
  price: priceCents(line.priceCents),
  quantity: units(line.quantity),
  remaining: units(line.remaining),
  trade: line.trade,
  reason: publicReason(line.reason),
});

/** Lines of the private stream with the titles their reader needs. */
export async function presentUpdates(
  context: ApiContext,
  lines: readonly { readonly index: number; readonly value: unknown }[],
): Promise<OrderUpdate[]> {
  const known = await titlesOf(
    context,
    lines.map(({ value }) => (value as OrderLine).listing),
  );
  return lines.map(({ index, value }) => {
    const line = value as OrderLine;
    return presentUpdate(index, line, known.get(line.listing) ?? '');
  });
}
