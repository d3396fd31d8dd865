import { expect } from 'chai';
import * as fc from 'fast-check';
import { Impossible } from '../../server/src/domain/core/index.ts';
import {
  applyFills,
  Book,
  type BookJson,
  fillable,
  Fills,
  nobody,
  planMatch,
  selfMatch,
} from '../../server/src/domain/market/book/index.ts';
import { BookTwin, type TwinTaker } from '../support/book-twin.ts';
import { property } from '../support/property.ts';

const codes = {
  off: selfMatch.off,
  newest: selfMatch.cancelNewest,
  oldest: selfMatch.cancelOldest,
  both: selfMatch.cancelBoth,
};
/** It may carry a date. */
const timeInForce = 20_300 * 8 + 3;
const owners = [nobody, 0, 1, 2, 300];

/** Ids in a row, and ids that differ in their high halves alone: all up to 2^53. */
const id = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 1, max: 2 ** 21 - 1 }).map((high) => high * 2 ** 32 + 7),
  fc.constant(Number.MAX_SAFE_INTEGER),
);
/** Where in the book: shares of its levels, so that small and large books meet in the same places. */
const share = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const units = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(2 ** 31 - 1));
const order = {
  id,
  owner: fc.constantFrom(...owners),
  side: fc.constantFrom(0 as const, 1 as const),
  where: share,
  units,
};

const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('rest' as const), ...order, filled: fc.nat(3) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('take' as const),
      ...order,
      rests: fc.boolean(),
      selfMatch: fc.constantFrom('off', 'newest', 'oldest', 'both' as const),
      collar: fc.option(share),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), pick: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reduce' as const), pick: share, part: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('shrink' as const), pick: share, part: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('amend' as const), pick: share, where: share }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('store' as const) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never;

/** The book and its twin side by side: each operation is done to both, and whatever they answer is compared. */
class Pair {
  book: Book;
  readonly twin = new BookTwin();
  readonly #fills = new Fills();
  #now = 1_800_000_000_000;

  constructor(levels: number) {
    this.book = new Book(levels);
  }

  do(step: Operation): void {
    if (step.kind === 'rest') this.#rest(step, step.units, Math.min(step.filled, step.units - 1));
    else if (step.kind === 'take') this.#take(step);
    else if (step.kind === 'store') {
      this.book = Book.from(JSON.parse(JSON.stringify(this.book)) as BookJson);
    } else this.#touch(step);
    this.#compare();
  }

  #level(where: number): number {
    return 1 + Math.round(where * (this.book.levels - 1));
  }

  #rest(step: Operation & { kind: 'rest' | 'take' }, quantity: number, filled: number): void {
    const { id: name, owner, side, where } = step;
    const level = this.#level(where);
    // Half of all orders share their millisecond with the one before.
    this.#now += name % 2;
    const add = (): number =>
      this.book.rest(name, owner, side, level, quantity - filled, quantity, timeInForce, this.#now);
    if (this.twin.has(name)) {
      expect(add).to.throw(Impossible, 'is at rest');
      return;
    }
    expect(this.book.find(name)).to.equal(-1);
    const slot = add();
    expect(this.book.find(name)).to.equal(slot);
    const placed = { id: name, owner, side, level, quantity, timeInForce, at: this.#now };
    this.twin.rest({ ...placed, remaining: quantity - filled });
  }

  #take(step: Operation & { kind: 'take' }): void {
    const { side, owner, units: quantity, collar } = step;
    const limit = this.#level(step.where);
    const bound = collar === null ? null : this.#level(collar);
    const self = owner === nobody ? 'off' : step.selfMatch;
    const wish: TwinTaker = { side, limit, quantity, owner, selfMatch: self, bound };
    const before = JSON.stringify(this.book);
    const could = this.twin.fillable(side, limit, quantity, owner === nobody ? NaN : owner);
    expect(fillable(this.book, side, limit, quantity, owner)).to.equal(could);
    const fills = this.#fills;
    planMatch(this.book, { ...wish, selfMatch: codes[step.selfMatch], bound: bound ?? 0 }, fills);
    expect(JSON.stringify(this.book), 'planning changes nothing').to.equal(before);
    const expected = this.twin.match(wish);
    const found = Array.from({ length: fills.count }, (_, at) => ({
      id: fills.ids[at],
      quantity: fills.quantities[at],
      level: fills.levels[at],
    }));
    const cancelled = [...fills.cancelledIds.subarray(0, fills.cancelled)];
    expect({ fills: found, cancelled, stopped: fills.stopped }).to.deep.equal(expected);
    expect(fills.filled).to.equal(expected.fills.reduce((sum, fill) => sum + fill.quantity, 0));
    applyFills(this.book, fills);
    for (const fill of expected.fills) this.twin.reduce(fill.id, fill.quantity);
    for (const gone of expected.cancelled) this.twin.remove(gone);
    if (step.rests && fills.filled < quantity) this.#rest(step, quantity, fills.filled);
  }

  #touch(step: Operation & { kind: 'cancel' | 'reduce' | 'shrink' | 'amend' }): void {
    const orders = this.twin.orders();
    const one = orders[Math.floor(step.pick * (orders.length - 1))];
    if (one === undefined) return;
    const slot = this.book.find(one.id);
    if (step.kind === 'cancel' || step.kind === 'amend') {
      this.book.remove(slot);
      this.twin.remove(one.id);
      expect(() => this.book.remove(slot)).to.throw(Impossible);
      if (step.kind === 'cancel') return;
      const { id: name, owner, side, quantity, where } = { ...one, ...step };
      this.#rest({ kind: 'rest', id: name, owner, side, where, units: quantity, filled: 0 }, quantity, 0);
      return;
    }
    const by = 1 + Math.floor(step.part * (one.remaining - 1));
    expect(() => this.book.reduce(slot, one.remaining + 1)).to.throw(Impossible);
    if (step.kind === 'shrink' && by === one.remaining) {
      expect(() => this.book.shrink(slot, by)).to.throw(Impossible);
      return;
    }
    this.book[step.kind](slot, by);
    this.twin[step.kind](one.id, by);
  }

  #compare(): void {
    const { book, twin } = this;
    const orders = twin.orders();
    expect([...book.orders()]).to.deep.equal(orders);
    expect(book.size).to.equal(orders.length);
    for (const side of [0, 1]) {
      const depth: number[][] = [];
      for (let level = book.best(side); level !== 0; level = book.next(side, level)) {
        depth.push([level, book.levelQuantity(side, level), book.levelOrders(side, level)]);
      }
      expect(depth).to.deep.equal(twin.depth(side));
    }
    for (const owner of owners) {
      const ids: number[] = [];
      for (let slot = book.firstOf(owner); slot !== -1; slot = book.followingOf(slot))
        ids.push(book.idAt(slot));
      expect(ids).to.deep.equal(owner === nobody ? [] : twin.idsOf(owner));
      expect(book.ordersOf(owner)).to.equal(ids.length);
    }
  }
}

describe('the book, whatever happens', () => {
  property(
    'trades, cancels and stands as its slow twin does, also when stored and read again',
    600,
    [fc.constantFrom(1, 2, 31, 32, 33, 1_024, 40_000), fc.array(operation, { minLength: 5, maxLength: 70 })],
    (levels, steps) => {
      const pair = new Pair(levels);
      for (const step of steps) pair.do(step);
    },
  );
});
