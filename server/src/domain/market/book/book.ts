import { Impossible } from '../../core/index.ts';
import { IdTable } from './id-table.ts';
import { Ladder } from './ladder.ts';
import { nobody, OwnerLists } from './owner-lists.ts';
import { Records } from './records.ts';

/** An order at rest: side 0 buys and 1 sells, level 1…levels, quantities in units, `at` in milliseconds of venue time. */
export interface RestingOrder {
  readonly id: number;
  /** Index of the beneficial owner. */
  readonly owner: number;
  readonly side: 0 | 1;
  readonly level: number;
  readonly remaining: number;
  /** As it was placed. */
  readonly quantity: number;
  readonly timeInForce: number;
  readonly at: number;
}

type Row = readonly [
  id: number,
  owner: number,
  side: number,
  level: number,
  remaining: number,
  quantity: number,
  timeInForce: number,
  at: number,
];

/** A book as it is stored: price-time order, never slots. */
export interface BookJson {
  readonly $book: { readonly levels: number; readonly orders: readonly Row[] };
}

const mostOwners = 2 ** 26;
const mostLevels = 2 ** 24 - 1;
const isOwner = (owner: number): boolean => (owner | 0) === owner && owner >= -1 && owner <= mostOwners;
const isId = (id: number): boolean => id >= 1 && Number.isSafeInteger(id);
// Made in functions of their own: the compiler would write the words of these errors ahead of the question whether they
// are needed.
const known = (id: number): Impossible => new Impossible(`order ${id} is at rest`);
const noOrder = (slot: number): Impossible => new Impossible(`no order in slot ${slot}`);
const tooMany = (slot: number, by: number, remaining: number): Impossible =>
  new Impossible(`slot ${slot}: ${by} of ${remaining}`);
const outOfRange = (...values: Row): Impossible => new Impossible(`order out of range: ${values.join(' ')}`);

/**
 * The orders at rest in one listing, by price and then by arrival. No call allocates but for the doubling of its tables,
 * which grow with the orders at rest and never with the ids ever seen. The sides are separate: during a call the book may
 * be crossed. An order is addressed by its slot, valid from `rest` until it is removed or reduced to nothing.
 */
export class Book {
  readonly levels: number;
  readonly records = new Records();
  private readonly ids = new IdTable();
  private readonly owners = new OwnerLists();
  private readonly bids: Ladder;
  private readonly asks: Ladder;
  private count = 0;

  /** @param levels Price levels, 1…levels, the higher the dearer. */
  constructor(levels: number) {
    if (!(Number.isInteger(levels) && levels >= 1 && levels <= mostLevels))
      throw new Impossible(`a book of ${levels} levels`);
    this.levels = levels;
    this.bids = new Ladder(0, levels);
    this.asks = new Ladder(1, levels);
  }

  /** How many orders are at rest. */
  get size(): number {
    return this.count;
  }

  /** Orders and ids there is room for before the tables grow again. */
  get room(): { readonly orders: number; readonly ids: number } {
    return { orders: this.records.capacity, ids: this.ids.capacity };
  }

  /**
   * Puts an order at the end of its level's queue.
   * @returns its slot
   * @throws Impossible on an id at rest already, a level outside of the book, or a number out of its range
   */
  rest(
    id: number,
    owner: number,
    side: number,
    level: number,
    remaining: number,
    quantity: number,
    timeInForce: number,
    at: number,
  ): number {
    const records = this.records;
    const fits =
      (level | 0) === level &&
      level >= 1 &&
      level <= this.levels &&
      (quantity | 0) === quantity &&
      (remaining | 0) === remaining &&
      remaining >= 1 &&
      remaining <= quantity &&
      (side === 0 || side === 1) &&
      (timeInForce | 0) === timeInForce &&
      timeInForce >= 0 &&
      isOwner(owner) &&
      isId(id) &&
      Number.isSafeInteger(at);
    if (!fits) throw outOfRange(id, owner, side, level, remaining, quantity, timeInForce, at);
    const slot = records.take();
    if (!this.ids.add(id, slot, records)) {
      records.giveBack(slot);
      throw known(id);
    }
    records.writeHot(slot, id, side, level, remaining);
    records.writeCold(slot, owner, quantity, timeInForce, at);
    this.ladder(side).append(records, slot, level, remaining);
    this.owners.add(records, slot, owner);
    this.count += 1;
    return slot;
  }

  /** The slot of an order; -1 when it is not at rest. */
  find(id: number): number {
    return this.ids.find(id, this.records) || -1;
  }

  idAt(slot: number): number {
    return this.records.id(slot);
  }
  ownerAt(slot: number): number {
    return this.records.owner(slot);
  }
  sideAt(slot: number): number {
    return this.records.side(slot);
  }
  levelAt(slot: number): number {
    return this.records.level(slot);
  }
  /** Units it still wants; 0 for a slot given back. */
  remainingAt(slot: number): number {
    return this.records.remaining(slot);
  }
  quantityAt(slot: number): number {
    return this.records.quantity(slot);
  }
  timeInForceAt(slot: number): number {
    return this.records.timeInForce(slot);
  }
  placedAt(slot: number): number {
    return this.records.at(slot);
  }

  /**
   * Takes units from an order, which keeps its place; one with nothing left is removed.
   * @throws Impossible when it has not so many
   */
  reduce(slot: number, by: number): void {
    const { records } = this;
    const remaining = records.remaining(slot);
    if (!(by >= 1 && by <= remaining)) throw tooMany(slot, by, remaining);
    if (by === remaining) {
      this.remove(slot);
      return;
    }
    records.setRemaining(slot, remaining - by);
    this.ladder(records.side(slot)).lessen(records.level(slot), by);
  }

  /** Makes an order smaller in its place, as if it had been placed so. @throws Impossible when nothing would be left */
  shrink(slot: number, by: number): void {
    const { records } = this;
    if (by === records.remaining(slot)) throw new Impossible(`slot ${slot} would be empty`);
    this.reduce(slot, by);
    records.setQuantity(slot, records.quantity(slot) - by);
  }

  /** @throws Impossible when no order is in the slot */
  remove(slot: number): void {
    const { records } = this;
    const remaining = records.remaining(slot);
    if (!(remaining >= 1)) throw noOrder(slot);
    this.ids.delete(records.id(slot), slot);
    this.ladder(records.side(slot)).unlink(records, slot, records.level(slot), remaining);
    this.owners.delete(records, slot);
    records.giveBack(slot);
    this.count -= 1;
  }

  /** The best level of a side; 0 when it is empty. */
  best(side: number): number {
    return this.ladder(side).best();
  }
  /** The next worse level with an order; 0 when there is none. */
  next(side: number, level: number): number {
    return this.ladder(side).next(level);
  }
  /** The slot of a level's oldest order; -1 when it is empty. */
  first(side: number, level: number): number {
    return this.ladder(side).oldest(level) || -1;
  }
  /** The slot of the next younger order of the same level; -1 when there is none. */
  following(slot: number): number {
    return this.records.levelAfter(slot) || -1;
  }
  /** Units at a level. */
  levelQuantity(side: number, level: number): number {
    return this.ladder(side).quantity(level);
  }
  levelOrders(side: number, level: number): number {
    return this.ladder(side).orders(level);
  }

  /** The slot of the owner's oldest order (by stamp, then by id); -1 when they have none. */
  firstOf(owner: number): number {
    return this.owners.first(owner) || -1;
  }
  /** The slot of the same owner's next order; -1 when there is none. */
  followingOf(slot: number): number {
    return this.records.ownerAfter(slot) || -1;
  }

  /** How many orders of the owner are at rest. */
  ordersOf(owner: number): number {
    return this.owners.count(owner);
  }

  /** All orders: bids, best first, then asks, best first; inside a level the oldest first. */
  *orders(): Generator<RestingOrder> {
    for (const side of [0, 1] as const) {
      for (let level = this.best(side); level !== 0; level = this.next(side, level)) {
        for (let slot = this.first(side, level); slot !== -1; slot = this.following(slot)) {
          yield {
            id: this.idAt(slot),
            owner: this.ownerAt(slot),
            side,
            level,
            remaining: this.remainingAt(slot),
            quantity: this.quantityAt(slot),
            timeInForce: this.timeInForceAt(slot),
            at: this.placedAt(slot),
          };
        }
      }
    }
  }

  /** The canonical form: alike for books that trade alike. */
  toJSON(): BookJson {
    const orders: Row[] = [];
    for (const one of this.orders()) {
      const { id, owner, side, level, remaining, quantity, timeInForce, at } = one;
      orders.push([id, owner, side, level, remaining, quantity, timeInForce, at]);
    }
    return { $book: { levels: this.levels, orders } };
  }

  /** The book that a canonical form describes. @throws Impossible as `rest` does */
  static from({ $book: { levels, orders } }: BookJson): Book {
    const book = new Book(levels);
    // Owners' lists are in order of arrival: filled in that order they take no search.
    const slots = orders.map(([id, , ...rest]) => book.rest(id, nobody, ...rest));
    const owners = new Map(orders.map(([, owner], at) => [slots[at] as number, owner]));
    slots.sort((a, b) => book.placedAt(a) - book.placedAt(b) || book.idAt(a) - book.idAt(b));
    for (const slot of slots) {
      book.records.setOwner(slot, owners.get(slot) as number);
      book.owners.add(book.records, slot, owners.get(slot) as number);
    }
    return book;
  }

  ladder(side: number): Ladder {
    return side === 0 ? this.bids : this.asks;
  }
}
