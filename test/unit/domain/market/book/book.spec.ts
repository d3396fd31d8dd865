import { expect } from 'chai';
import { Impossible } from '../../../../../server/src/domain/core/index.ts';
import { Book, nobody } from '../../../../../server/src/domain/market/book/index.ts';

const at = 1_800_000_000_000;

describe('the book', () => {
  it('never has tables for more than were at rest at once, however many orders come and go', () => {
    const book = new Book(500);
    const before = book.room;
    const living: number[] = [];
    for (let id = 1; id <= 1_000_000; id += 1) {
      book.rest(id, id % 7, id % 2, 1 + ((id * 37) % 500), 5, 5, 0, at + id);
      living.push(id);
      if (living.length < 60) continue;
      // Not the oldest, not the youngest: a hole anywhere in the tables.
      const [gone] = living.splice((id * 31) % living.length, 1);
      book.remove(book.find(gone ?? 0));
    }
    expect(book.room).to.deep.equal(before);
    expect(book.size).to.equal(living.length);
    expect([...book.orders()].map(({ id }) => id)).to.have.members(living);
    expect(living.every((id) => book.idAt(book.find(id)) === id)).to.equal(true);
  });

  it('doubles its tables as orders come to rest, and loses none of them', () => {
    const book = new Book(40_000);
    const count = 100_000;
    for (let id = 1; id <= count; id += 1) {
      book.rest(id * 3, id % 5_000, id % 2, 1 + ((id * 7_919) % 40_000), id, id, 2, at);
    }
    expect(book.room.orders).to.be.within(count, 2 * count);
    let wrong = 0;
    for (let id = 1; id <= count; id += 1) {
      const slot = book.find(id * 3);
      const isRight =
        book.idAt(slot) === id * 3 &&
        book.ownerAt(slot) === id % 5_000 &&
        book.sideAt(slot) === id % 2 &&
        book.levelAt(slot) === 1 + ((id * 7_919) % 40_000) &&
        book.remainingAt(slot) === id &&
        book.timeInForceAt(slot) === 2 &&
        book.find(id * 3 + 1) === -1;
      if (!isRight) wrong += 1;
    }
    expect(wrong).to.equal(0);
  });

  it('finds ids apart by 2^32 and up to 2^53', () => {
    const book = new Book(3);
    const ids = [7, 2 ** 32 + 7, 2 ** 33 + 7, 2 ** 52 + 7, Number.MAX_SAFE_INTEGER];
    const slots = ids.map((id) => book.rest(id, 0, 0, 1, 1, 1, 0, at));
    expect(ids.map((id) => book.find(id))).to.deep.equal(slots);
    book.remove(book.find(2 ** 33 + 7));
    expect(ids.map((id) => book.find(id) !== -1)).to.deep.equal([true, true, false, true, true]);
  });

  it('may be crossed: the sides do not know each other', () => {
    const book = new Book(10);
    book.rest(1, 0, 0, 8, 5, 5, 0, at);
    book.rest(2, 1, 1, 3, 5, 5, 0, at);
    expect([book.best(0), book.best(1)]).to.deep.equal([8, 3]);
  });

  it('walks an owner’s orders by arrival, one amended in its millisecond by its older id', () => {
    const book = new Book(10);
    for (const [id, stamp] of [
      [5, at],
      [9, at + 1],
      [7, at + 1],
      [6, at + 2],
    ] as const) {
      book.rest(id, 70_000, 0, id, 1, 1, 0, stamp);
    }
    const ids: number[] = [];
    for (let slot = book.firstOf(70_000); slot !== -1; slot = book.followingOf(slot))
      ids.push(book.idAt(slot));
    expect(ids).to.deep.equal([5, 7, 9, 6]);
    expect([book.ordersOf(70_000), book.ordersOf(1), book.firstOf(900_000)]).to.deep.equal([4, 0, -1]);
  });

  it('keeps the place of an order that becomes smaller, and remembers what it was placed for', () => {
    const book = new Book(10);
    const first = book.rest(1, 0, 1, 4, 10, 10, 0, at);
    book.rest(2, 0, 1, 4, 10, 10, 0, at);
    book.reduce(first, 4);
    expect([book.remainingAt(first), book.quantityAt(first)]).to.deep.equal([6, 10]);
    book.shrink(first, 3);
    expect([book.remainingAt(first), book.quantityAt(first)]).to.deep.equal([3, 7]);
    expect([book.first(1, 4), book.levelQuantity(1, 4)]).to.deep.equal([first, 13]);
  });

  type Order = [number, number, number, number, number, number, number, number];
  const good: Order = [1, 0, 0, 5, 3, 4, 0, at];
  const wrong: readonly (readonly [what: string, field: number, value: number])[] = [
    ['an id of 0', 0, 0],
    ['an id that is no whole number', 0, 1.5],
    ['an unsafe id', 0, 2 ** 53],
    ['an owner below nobody', 1, nobody - 1],
    ['a third side', 2, 2],
    ['level 0', 3, 0],
    ['a level above the book', 3, 11],
    ['a level between two', 3, 4.5],
    ['nothing remaining', 4, 0],
    ['more remaining than placed', 4, 5],
    ['part of a unit', 4, 2.5],
    ['a quantity beyond 32 bits', 5, 2 ** 31],
    ['a time in force below 0', 6, -1],
    ['a stamp that is no number', 7, Number.NaN],
  ];
  for (const [what, field, value] of wrong) {
    it(`throws at ${what}, and stays as it was`, () => {
      const book = new Book(10);
      const order = good.with(field, value) as Order;
      const rest = (): number => book.rest(...order);
      expect(rest).to.throw(Impossible, 'out of range');
      expect(book.size).to.equal(0);
      expect(book.find(order[0])).to.equal(-1);
    });
  }

  it('throws when more is taken from an order than it has, or an order is taken that is gone', () => {
    const book = new Book(10);
    const slot = book.rest(...good);
    expect(() => book.reduce(slot, 4)).to.throw(Impossible);
    expect(() => book.reduce(slot, 0)).to.throw(Impossible);
    expect(() => book.rest(...good)).to.throw(Impossible, 'is at rest');
    book.reduce(slot, 3);
    expect(() => book.reduce(slot, 1)).to.throw(Impossible);
    expect(() => book.remove(slot)).to.throw(Impossible);
  });

  it('throws at books without levels, or with more than it can number', () => {
    for (const levels of [0, -1, 1.5, Number.NaN, 2 ** 24])
      expect(() => new Book(levels)).to.throw(Impossible);
  });
});
