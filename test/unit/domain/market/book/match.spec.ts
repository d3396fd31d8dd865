import { expect } from 'chai';
import { Impossible } from '../../../../../server/src/domain/core/index.ts';
import {
  applyFills,
  Book,
  fillable,
  Fills,
  nobody,
  planMatch,
  selfMatch,
  type Taker,
} from '../../../../../server/src/domain/market/book/index.ts';

const anna = 1;
const bruno = 2;
const buy = { side: 0, limit: 100, quantity: 10, owner: anna, selfMatch: selfMatch.off, bound: 0 };

/** A book of asks: id, owner, level, units. */
function asks(
  ...orders: readonly (readonly [id: number, owner: number, level: number, units: number])[]
): Book {
  const book = new Book(100);
  for (const [id, owner, level, units] of orders) book.rest(id, owner, 1, level, units, units, 0, id);
  return book;
}

/** What the taker would do: trades as "id:units@level", the cancelled ids, why it stopped. */
function plan(book: Book, taker: Partial<Taker>): unknown[] {
  const fills = new Fills();
  planMatch(book, { ...buy, ...taker }, fills);
  const trades = Array.from(
    { length: fills.count },
    (_, at) => `${fills.ids[at]}:${fills.quantities[at]}@${fills.levels[at]}`,
  );
  return [trades.join(' '), [...fills.cancelledIds.subarray(0, fills.cancelled)], fills.stopped];
}

describe('matching', () => {
  const book = asks([1, bruno, 50, 4], [2, anna, 50, 3], [3, bruno, 51, 9]);

  it('takes the best price first, and at one price the oldest', () => {
    expect(plan(book, {})).to.deep.equal(['1:4@50 2:3@50 3:3@51', [], 'filled']);
  });

  it('stops at its limit, at the collar, and where the book ends', () => {
    expect(plan(book, { limit: 50 })).to.deep.equal(['1:4@50 2:3@50', [], 'limit']);
    expect(plan(book, { bound: 50 })).to.deep.equal(['1:4@50 2:3@50', [], 'bound']);
    expect(plan(book, { limit: 50, bound: 50 })).to.deep.equal(['1:4@50 2:3@50', [], 'limit']);
    expect(plan(book, { quantity: 99 })).to.deep.equal(['1:4@50 2:3@50 3:9@51', [], 'empty']);
  });

  it('at its own order cancels the newest, the oldest or both', () => {
    const { cancelNewest, cancelOldest, cancelBoth } = selfMatch;
    expect(plan(book, { selfMatch: cancelNewest })).to.deep.equal(['1:4@50', [], 'self']);
    expect(plan(book, { selfMatch: cancelOldest })).to.deep.equal(['1:4@50 3:6@51', [2], 'filled']);
    expect(plan(book, { selfMatch: cancelBoth })).to.deep.equal(['1:4@50', [2], 'self']);
    expect(plan(book, { selfMatch: cancelBoth, quantity: 4 })).to.deep.equal(['1:4@50', [], 'filled']);
  });

  it('knows no self where nobody owns', () => {
    const orphans = asks([1, nobody, 50, 4]);
    const all = plan(orphans, { owner: nobody, selfMatch: selfMatch.cancelBoth, quantity: 4 });
    expect(all).to.deep.equal(['1:4@50', [], 'filled']);
    expect(fillable(orphans, 0, 100, 10, nobody)).to.equal(4);
  });

  it('says how much could trade, its owner’s orders left out', () => {
    expect(fillable(book, 0, 51, 100, anna)).to.equal(13);
    expect(fillable(book, 0, 50, 100, anna)).to.equal(4);
    expect(fillable(book, 0, 51, 5, anna)).to.equal(5);
    expect(fillable(book, 0, 51, 100, bruno)).to.equal(3);
    expect(fillable(book, 0, 49, 100, anna)).to.equal(0);
    expect(fillable(book, 1, 1, 100, anna)).to.equal(0);
  });

  it('sweeps a thousand orders and cancels a hundred of its own in one plan, which is applied once', () => {
    const orders = Array.from({ length: 1_100 }, (_, at) => {
      return [at + 1, at % 11 === 0 ? anna : bruno, 1 + (at % 90), 2] as const;
    });
    const full = asks(...orders);
    const fills = new Fills();
    planMatch(full, { ...buy, quantity: 5_000, selfMatch: selfMatch.cancelOldest }, fills);
    expect([fills.count, fills.cancelled, fills.filled, fills.stopped]).to.deep.equal([
      1_000,
      100,
      2_000,
      'empty',
    ]);
    applyFills(full, fills);
    expect([full.size, full.best(1), full.ordersOf(anna), full.ordersOf(bruno)]).to.deep.equal([0, 0, 0, 0]);
    expect(() => applyFills(full, fills)).to.throw(Impossible);
  });

  it('throws when the book has changed since it was planned', () => {
    const changed = asks([1, bruno, 50, 4], [2, anna, 50, 3]);
    const fills = new Fills();
    planMatch(changed, { ...buy, quantity: 4 }, fills);
    changed.remove(changed.find(1));
    changed.rest(9, bruno, 1, 60, 4, 4, 0, 9);
    expect(() => applyFills(changed, fills)).to.throw(Impossible, 'is not order 1 any more');
  });
});
