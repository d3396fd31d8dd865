import type { AuctionResult, MarketSnapshot } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { formatAmount, cents, millis, priceCents, units, type ListingId } from '@piazza/shared/values';
import type { Phase } from '../domain/market/index.ts';
import type { TradeFigures } from '../projections/effects.ts';
import { auctionsStream, tradesStream, type AuctionLine } from '../projections/streams.ts';
import { readCandles } from './candles.ts';
import type { ApiContext } from './context.ts';
import { csv } from './csv.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { historyPage, slicePage } from './paging.ts';
import { existingMarket, pickMarket, presentMarket, presentTrade } from './present/market.ts';

type Names =
  | 'markets.list'
  | 'markets.read'
  | 'markets.book'
  | 'markets.trades'
  | 'markets.tradesCsv'
  | 'markets.candles'
  | 'markets.auctions';

const liveliness: Readonly<Record<Phase, number>> = {
  continuous: 0,
  freeze: 1,
  call: 1,
  uncross: 1,
  pre_open: 2,
  halted: 3,
  closed: 4,
};

async function list(context: ApiContext, { query }: Call<'markets.list'>) {
  const { items, next } = await context.exchange.read((state) => {
    const all = [...state.markets.markets.values()].toSorted(
      (a, b) => liveliness[a.phase] - liveliness[b.phase] || b.openedAt - a.openedAt,
    );
    const page = slicePage(all, query);
    return { items: page.items.map(({ listing }) => pickMarket(state, listing)), next: page.next };
  });
  return { items: await Promise.all(items.map((pick) => presentMarket(context, pick))), next };
}

/** The feed's own mirror, with all that was answered before. @throws Refused not_found */
async function readBook(context: ApiContext, id: ListingId): Promise<MarketSnapshot> {
  await context.historySettled();
  const snapshot = context.marketSnapshot(id);
  if (snapshot === undefined) throw new Refused(reject('not_found'));
  return snapshot;
}

/** What is asked of a listing that does not trade is refused, whatever its history says. */
async function traded(context: ApiContext, id: ListingId): Promise<void> {
  await context.exchange.read((state) => existingMarket(state, id).openedAt);
  await context.historySettled();
}

async function tradesCsv(context: ApiContext, id: ListingId): Promise<string> {
  await traded(context, id);
  const rows: string[][] = [['number', 'at', 'price', 'quantity', 'aggressor']];
  for (let after = 0; ;) {
    const entries = await context.history.page(tradesStream(id), { after, limit: 1_000 });
    for (const entry of entries) {
      const { number, at, priceCents: price, quantity, aggressor } = entry.value as TradeFigures;
      const stamp = new Date(at).toISOString();
      rows.push([String(number), stamp, formatAmount(cents(price)), String(quantity), aggressor]);
    }
    const last = entries.at(-1);
    if (last === undefined || entries.length < 1_000) return csv(rows);
    after = last.index;
  }
}

const presentAuction = (line: AuctionLine): AuctionResult => ({
  at: millis(line.at),
  price: line.priceCents === null ? null : priceCents(line.priceCents),
  volume: units(line.volume),
  surplus: line.surplus,
  trades: line.trades,
  extensions: line.extensions,
  reference: priceCents(line.referenceCents),
});

export const marketsHandlers = (context: ApiContext): Handlers<Names> => ({
  'markets.list': (call) => list(context, call),
  'markets.read': async ({ params }) =>
    presentMarket(context, await context.exchange.read((state) => pickMarket(state, params.listingId))),
  'markets.book': ({ params }) => readBook(context, params.listingId),
  'markets.trades': async ({ params, query }) => {
    await traded(context, params.listingId);
    const page = await historyPage<TradeFigures>(context.history, tradesStream(params.listingId), query);
    return { items: page.items.map(presentTrade), next: page.next };
  },
  'markets.tradesCsv': ({ params }) => tradesCsv(context, params.listingId),
  'markets.candles': async ({ params, query }) => ({
    items: await readCandles(context, params.listingId, query.interval, query.limit ?? 500),
  }),
  'markets.auctions': async ({ params, query }) => {
    await traded(context, params.listingId);
    const page = await historyPage<AuctionLine>(context.history, auctionsStream(params.listingId), query);
    return { items: page.items.map(presentAuction), next: page.next };
  },
});
