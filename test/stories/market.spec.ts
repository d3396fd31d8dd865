import type { OrderUpdate, StatementLine } from '@piazza/shared/contract';
import { formatAmount, type ListingId } from '@piazza/shared/values';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { minute } from '../support/draft.ts';
import { act, buys, openedMarket, readMarket, sells } from '../support/markets.ts';
import { openVenue, type TestVenue } from '../support/server.ts';

const updatesOf = async ({ api }: Player): Promise<OrderUpdate[]> =>
  (await api.call('orders.updates', { query: { after: 0, limit: 200 } })).items;
const told = ({ seq, kind, quantity, remaining, trade }: OrderUpdate): string =>
  `${seq} ${kind} ${quantity}, ${remaining} left${trade === null ? '' : `, trade ${trade}`}`;
const statementOf = async ({ api }: Player): Promise<StatementLine[]> =>
  (await api.call('wallet.statement', { query: { limit: 100 } })).items;
const line = ({ kind, asset, change }: StatementLine): string =>
  `${kind} ${asset === 'EUR' ? '€' : 'units'} ${change}`;

/** Sums by asset must be what each asset's newest line says. */
function sumsHold(lines: readonly StatementLine[]): void {
  const sums = new Map<string, number>();
  for (const { asset, change } of lines)
    sums.set(asset, (sums.get(asset) ?? 0) + Math.round(Number(change) * 100));
  for (const [asset, sum] of sums)
    expect(sum, asset).to.equal(Math.round(Number(lines.find((one) => one.asset === asset)?.balance) * 100));
}

describe('The story of a market: an auction, then continuous trading', () => {
  let venue: TestVenue;
  let cast: Cast;
  let listingId: ListingId;
  const params = (): { readonly params: { readonly listingId: ListingId } } => ({ params: { listingId } });
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    listingId = await openedMarket(cast);
    await act(cast, listingId, 'start');
    await buys(cast.tito, listingId, { price: 2_500, quantity: 20 });
    await buys(cast.caio, listingId, { price: 2_540, quantity: 10 });
    await sells(cast.ines, listingId, { price: 2_480, quantity: 15 });
    await sells(cast.ivo, listingId, { price: 2_500, quantity: 20 });
  });
  after(() => venue.close());

  it('MKT-1: shows what the call would give, and when it ends at the earliest', async () => {
    const { indicative, session, bids, asks } = await cast.nora.api.call('markets.book', params());
    expect(indicative).to.deep.equal({ price: 2_500, volume: 30, surplus: -5 });
    expect(session.phase).to.equal('call');
    expect(bids).to.deep.equal([
      [2_540, 10],
      [2_500, 20],
    ]);
    expect(asks).to.deep.equal([
      [2_480, 15],
      [2_500, 20],
    ]);
    await cast.pass(4.75 * minute);
    const frozen = (await readMarket(cast, listingId)).session;
    expect(frozen.phase).to.equal('freeze');
    const drawn = venue.venue.exchange.peek((state) => state.markets.markets.get(listingId)?.until);
    expect(frozen.until).to.equal(session.until! + 30_000);
    expect(drawn).to.be.at.least(frozen.until!);
  });

  it('MKT-2: the auction’s result, its trades and the reference price follow its end', async () => {
    await cast.pass(2.25 * minute);
    const auctions = await venue.client().call('markets.auctions', params());
    expect(auctions.items[0]).to.deep.include({
      price: 2_500,
      volume: 30,
      surplus: -5,
      trades: 3,
      reference: 2_500,
    });
    const { items } = await venue.client().call('markets.trades', params());
    expect(
      items.map(({ number, price, quantity, aggressor }) => [number, price, quantity, aggressor]),
    ).to.deep.equal([
      [3, 2_500, 15, 'auction'],
      [2, 2_500, 5, 'auction'],
      [1, 2_500, 10, 'auction'],
    ]);
    const view = await readMarket(cast, listingId);
    expect(view.session.phase).to.equal('continuous');
    expect(view).to.include({
      reference: 2_500,
      referenceSource: 'auction',
      bid: null,
      ask: 2_500,
      holders: 4,
    });
    expect(view.totalUnits).to.equal(200);
  });

  it('MKT-3: a continuous trade follows, and what is left of the order rests', async () => {
    await cast.pass(minute);
    const placed = await buys(cast.tito, listingId, { price: 2_500, quantity: 8 });
    expect(placed).to.include({ filled: 5, resting: 3, cancelled: 0 });
    const { items } = await cast.tito.api.call('orders.mine');
    expect(items.map(({ id, quantity, remaining }) => [id, quantity, remaining])).to.deep.equal([
      [placed.orderId, 8, 3],
    ]);
    const book = await cast.nora.api.call('markets.book', params());
    expect([book.bids, book.asks, book.indicative, book.last]).to.deep.equal([[[2_500, 3]], [], null, 2_500]);
    expect(book.trades[0]).to.include({ number: 4, quantity: 5, aggressor: 'buy' });
  });

  it('MKT-4: each owner reads their own stream, gapless, and nobody else’s', async () => {
    expect((await updatesOf(cast.tito)).map(told)).to.deep.equal([
      '1 placed 20, 20 left',
      '2 traded 5, 15 left, trade 2',
      '3 traded 15, 0 left, trade 3',
      '4 placed 8, 8 left',
      '5 traded 5, 3 left, trade 4',
      '6 rested 3, 3 left',
    ]);
    expect((await updatesOf(cast.ivo)).map(told)).to.deep.equal([
      '1 placed 20, 20 left',
      '2 traded 15, 5 left, trade 3',
      '3 traded 5, 0 left, trade 4',
    ]);
    expect(await updatesOf(cast.nora)).to.deep.equal([]);
  });

  it('MKT-5: statements tell both sides of every trade, and their changes sum to their balance', async () => {
    const [tito, ivo] = [await statementOf(cast.tito), await statementOf(cast.ivo)];
    expect(tito.slice(0, 6).map(line)).to.deep.equal([
      'trade_buy units 5',
      'trade_buy € -125.00',
      'trade_buy units 15',
      'trade_buy € -375.00',
      'trade_buy units 5',
      'trade_buy € -125.00',
    ]);
    expect(ivo.slice(0, 4).map(line)).to.deep.equal([
      'trade_sell € 125.00',
      'trade_sell units -5',
      'trade_sell € 375.00',
      'trade_sell units -15',
    ]);
    for (const who of [cast.tito, cast.caio, cast.ines, cast.ivo]) sumsHold(await statementOf(who));
    const { available, held } = await cast.tito.api.call('wallet.read');
    expect(held).to.equal(3 * 2_500);
    expect(tito.find(({ asset }) => asset === 'EUR')?.balance).to.equal(
      formatAmount((available + held) as never),
    );
    const csv = await cast.ivo.api.call('wallet.statementCsv');
    expect(csv).to.match(/,trade_sell,EUR,125\.00,[0-9.]+,,,lst_\w+,ord_\w+,4\r\n$/);
  });

  it('MKT-6: the public reads the tape as CSV, and candles that add up to it', async () => {
    const anybody = venue.client();
    const rows = (await anybody.call('markets.tradesCsv', params())).trim().split('\r\n');
    expect(rows).to.have.length(5);
    expect(rows[4]).to.match(/^4,2026-\d\d-\d\dT[0-9:.]+Z,25\.00,5,buy$/);
    for (const interval of ['1m', '5m', '1h', '1d'] as const) {
      const { items } = await anybody.call('markets.candles', { ...params(), query: { interval } });
      expect(
        items.reduce((sum, { volume }) => sum + volume, 0),
        interval,
      ).to.equal(35);
    }
    const minutes = await anybody.call('markets.candles', { ...params(), query: { interval: '1m' } });
    expect(minutes.items.map(({ volume }) => volume)).to.deep.equal([30, 5]);
    expect((await readMarket(cast, listingId)).day).to.include({ volume: 35, trades: 4, turnover: 87_500 });
  });

  it('MKT-7: the deal flow tells of admission and auctions, never of a trade; owners hear once of a filled order', async () => {
    const { items } = await venue.client().call('dealFlow.read', { query: { limit: 200 } });
    const trading = items.filter((item) => item.listingId === listingId && /trad|auction/.test(item.kind));
    expect(trading.map(({ kind, amount }) => [kind, amount])).to.deep.equal([
      ['auction_result', 75_000],
      ['trading_opened', null],
    ]);
    const noticesOf = async ({ api }: Player): Promise<string[]> =>
      (await api.call('me.notices')).items.map(({ kind }) => kind).filter((kind) => kind.startsWith('order'));
    expect(await noticesOf(cast.ivo)).to.deep.equal(['order_filled_sell']);
    expect(await noticesOf(cast.tito)).to.deep.equal(['order_filled_buy']);
  });
});
