import { type PriceCents } from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  applyUncross,
  AuctionTrades,
  indicative,
  planUncross,
} from '../../server/src/domain/market/auction/index.ts';
import { Book } from '../../server/src/domain/market/book/index.ts';
import { levelOfPrice, levels, priceOfLevel } from '../../server/src/domain/market/prices.ts';
import { clearByHand, uncrossByHand, type AuctionOrder, type TwinTrade } from '../support/auction-twin.ts';
import { property } from '../support/property.ts';

const SPREAD = 5;
const drawn = fc
  .tuple(
    fc.integer({ min: 1, max: levels - SPREAD }),
    fc.array(
      fc.record({
        side: fc.constantFrom<AuctionOrder['side'][]>('buy', 'sell'),
        step: fc.nat(SPREAD),
        quantity: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 30 },
    ),
  )
  .map(([first, wished]) =>
    wished.map(({ step, ...wish }, n): AuctionOrder => ({
      ...wish,
      id: n + 1,
      price: priceOfLevel(first + step),
    })),
  );

function bookOf(orders: readonly AuctionOrder[]): Book {
  const book = new Book(levels);
  for (const { id, side, price, quantity } of orders)
    book.rest(id, id, side === 'buy' ? 0 : 1, levelOfPrice(price), quantity, quantity, 0, id);
  return book;
}

/** Uncrosses in chunks of at most `limit` trades, as a long settlement does: it remembers the price alone. */
function uncross(book: Book, price: PriceCents, limit: number): TwinTrade[] {
  const trades = new AuctionTrades();
  const all: TwinTrade[] = [];
  do {
    planUncross(book, price, trades, limit);
    expect(trades.count).to.be.at.most(limit);
    let volume = 0;
    for (let n = 0; n < trades.count; n += 1) {
      const trade = trades.at(n);
      all.push(trade);
      volume += trade[2];
    }
    expect(trades.volume).to.equal(volume);
    applyUncross(book, trades);
  } while (!trades.complete);
  return all;
}

describe('the uncrossing of an auction', () => {
  property('trades what a clerk would, unit by unit', 20_000, [drawn], (orders) => {
    const book = bookOf(orders);
    const found = indicative(book, null);
    expect(found).to.deep.equal(clearByHand(orders, null));
    if (found === null) return;
    const wanted = uncrossByHand(orders, found.price);
    expect(uncross(book, found.price, Infinity)).to.deep.equal(wanted);
    const volume = wanted.reduce((units, [, , quantity]) => units + quantity, 0);
    expect(volume).to.equal(found.volume);
  });

  property(
    'leaves in the book what did not trade, in its place, and nothing that crosses',
    10_000,
    [drawn],
    (orders) => {
      const book = bookOf(orders);
      const found = indicative(book, null);
      if (found === null) return;
      const left = new Map(orders.map(({ id, quantity }) => [id, quantity]));
      for (const [buy, sell, quantity] of uncross(book, found.price, Infinity)) {
        left.set(buy, left.get(buy)! - quantity);
        left.set(sell, left.get(sell)! - quantity);
      }
      const resting = orders
        .map((order) => ({ ...order, quantity: left.get(order.id)! }))
        .filter(({ quantity }) => quantity > 0);
      const asIs = (one: Book): unknown =>
        [...one.orders()].map(({ id, side, level, remaining }) => [id, side, level, remaining]);
      expect(asIs(book)).to.deep.equal(asIs(bookOf(resting)));
      expect(indicative(book, null)).to.equal(null);
    },
  );

  property(
    'is the same in chunks of any size, remembering the price alone',
    10_000,
    [drawn, fc.integer({ min: 1, max: 7 })],
    (orders, limit) => {
      const [atOnce, inChunks] = [bookOf(orders), bookOf(orders)];
      const price = indicative(atOnce, null)?.price;
      if (price === undefined) return;
      expect(uncross(inChunks, price, limit)).to.deep.equal(uncross(atOnce, price, Infinity));
      expect(inChunks.toJSON()).to.deep.equal(atOnce.toJSON());
    },
  );
});
