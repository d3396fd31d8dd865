import { policy } from '@piazza/shared/policy';
import type { PriceCents } from '@piazza/shared/values';
import type { Context } from '../../core/index.ts';
import { AuctionTrades, indicative, planUncross } from '../auction/index.ts';
import { auctionCollar, isWithin, referenceOf } from '../collars.ts';
import type { Book } from '../book/index.ts';
import type { MarketDecided, MarketMoved, MarketUncrossed } from '../events.ts';
import { CROSS } from '../moves.ts';
import { levelOfPrice } from '../prices.ts';
import { isBlocked, type Market, type MarketsState, type Uncross } from '../state.ts';
import { afterCall, suspend } from './after.ts';
import { enter, later } from './phase.ts';

/** Used again by every chunk. */
const trades = new AuctionTrades();

type Result = Pick<MarketUncrossed, 'priceCents' | 'volume' | 'surplus' | 'trades'>;
const nothing: Result = { priceCents: null, volume: 0, surplus: 0, trades: 0 };

const uncrossed = (market: Market, ctx: Context, result: Result): MarketUncrossed => ({
  kind: 'market.uncrossed',
  listing: market.listing,
  at: ctx.at,
  ...result,
  extensions: market.extensions,
  referenceCents: referenceOf(market),
});

/** The planned trades as moves. An order may trade several times; only its last trade can leave it something. */
function crossRows(book: Book, level: number): number[] {
  const moves: number[] = [];
  let [buyer, buyLeft, seller, sellLeft] = [-1, 0, -1, 0];
  for (let n = 0; n < trades.count; n += 1) {
    const [buy, sell, quantity] = trades.at(n);
    const [buySlot, sellSlot] = [trades.buySlots[n] as number, trades.sellSlots[n] as number];
    if (buySlot !== buyer) [buyer, buyLeft] = [buySlot, book.remainingAt(buySlot)];
    if (sellSlot !== seller) [seller, sellLeft] = [sellSlot, book.remainingAt(sellSlot)];
    buyLeft -= quantity;
    sellLeft -= quantity;
    moves.push(
      CROSS,
      buy,
      book.ownerAt(buySlot),
      buyLeft,
      sell,
      book.ownerAt(sellSlot),
      sellLeft,
      level,
      quantity,
    );
  }
  return moves;
}

/** One chunk of an auction's trades, all at its price; with the last one the market goes on. */
function settleChunk(market: Market, uncross: Uncross, ctx: Context): MarketDecided[] {
  const level = levelOfPrice(uncross.priceCents);
  planUncross(market.book, uncross.priceCents as PriceCents, trades, policy.auctionChunk);
  const moves = crossRows(market.book, level);
  const moved: MarketMoved = {
    kind: 'market.moved',
    listing: market.listing,
    at: ctx.at,
    joined: null,
    moves,
  };
  if (!trades.complete)
    return [
      moved,
      ...enter(market, ctx, {
        phase: 'uncross',
        until: ctx.at,
        extensions: market.extensions,
        waiting: false,
      }),
    ];
  const { priceCents, volume, surplus } = uncross;
  const all = uncross.trades + trades.count;
  const result = uncrossed(market, ctx, { priceCents, volume, surplus, trades: all });
  return [moved, result, ...afterCall(market, ctx)];
}

/** Settles what the chunk before left over. */
export const goOn = (market: Market, ctx: Context): MarketDecided[] =>
  market.uncross === null ? afterCall(market, ctx) : settleChunk(market, market.uncross, ctx);

/**
 * Ends a call. A price outside of the collar extends it, at most `policy.extensionsMax` times; then the market stands
 * still without a trade until an operator has looked (DOMAIN §6, practice of Borsa Italiana).
 */
export function endCall(state: MarketsState, market: Market, ctx: Context): MarketDecided[] {
  if (isBlocked(state, market)) return [uncrossed(market, ctx, nothing), ...suspend(market, ctx)];
  const found = indicative(market.book, referenceOf(market) as PriceCents);
  if (found === null) return [uncrossed(market, ctx, nothing), ...afterCall(market, ctx)];
  const { price: priceCents, volume, surplus } = found;
  if (!isWithin(auctionCollar(market), priceCents)) {
    if (market.extensions >= policy.extensionsMax)
      return [uncrossed(market, ctx, nothing), ...suspend(market, ctx)];
    const until = later(ctx, policy.extensionMs, policy.extensionDrawMs);
    return enter(market, ctx, { phase: 'call', until, extensions: market.extensions + 1, waiting: false });
  }
  const begun: MarketDecided = {
    kind: 'market.uncrossing',
    listing: market.listing,
    priceCents,
    volume,
    surplus,
  };
  return [begun, ...settleChunk(market, { priceCents, volume, surplus, trades: 0 }, ctx)];
}
