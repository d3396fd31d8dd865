/** Why a match went no further: the taker has all it wanted, or the next order is out of its reach. */
export type Stop = 'filled' | 'limit' | 'empty' | 'self' | 'bound';

/** What one order would do to the other side of the book. Made once and used again for every order. */
export class Fills {
  /** Trades, in order: the first `count` of each column. */
  count = 0;
  /** The resting orders traded with. Slots hold until the fills are applied. */
  slots = new Int32Array(64);
  ids = new Float64Array(64);
  quantities = new Int32Array(64);
  levels = new Int32Array(64);
  /** The taker's own resting orders which the match removes, in order: the first `cancelled` of each column. */
  cancelled = 0;
  cancelledSlots = new Int32Array(16);
  cancelledIds = new Float64Array(16);
  /** Units traded in all. */
  filled = 0;
  stopped: Stop = 'empty';

  clear(): void {
    this.count = 0;
    this.cancelled = 0;
    this.filled = 0;
  }

  add(slot: number, id: number, quantity: number, level: number): void {
    const at = this.count;
    if (at === this.slots.length) this.#growFills();
    this.slots[at] = slot;
    this.ids[at] = id;
    this.quantities[at] = quantity;
    this.levels[at] = level;
    this.count = at + 1;
    this.filled += quantity;
  }

  cancel(slot: number, id: number): void {
    const at = this.cancelled;
    if (at === this.cancelledSlots.length) this.#growCancelled();
    this.cancelledSlots[at] = slot;
    this.cancelledIds[at] = id;
    this.cancelled = at + 1;
  }

  #growFills(): void {
    this.slots = twice(this.slots, Int32Array);
    this.ids = twice(this.ids, Float64Array);
    this.quantities = twice(this.quantities, Int32Array);
    this.levels = twice(this.levels, Int32Array);
  }

  #growCancelled(): void {
    this.cancelledSlots = twice(this.cancelledSlots, Int32Array);
    this.cancelledIds = twice(this.cancelledIds, Float64Array);
  }
}

type Column = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

function twice<C extends Column>(column: C, Kind: new (length: number) => C): C {
  const grown = new Kind(column.length * 2);
  grown.set(column);
  return grown;
}
