import { AT, doublesBits, ID, OWNER_AFTER, OWNER_BEFORE, type Records, wordsBits } from './records.ts';

/**
 * For each owner a list of their orders in order of arrival, by stamp and then by id. It depends on nothing but the
 * orders, so a book restored from its price-time order walks them alike.
 */
export class OwnerLists {
  /** First and last slot of each owner; 0: none. */
  #ends = new Int32Array(128);
  #counts = new Int32Array(64);

  first(owner: number): number {
    return owner << 1 < this.#ends.length ? (this.#ends[owner << 1] as number) : 0;
  }

  /** How many orders the owner has. */
  count(owner: number): number {
    return owner < this.#counts.length ? (this.#counts[owner] as number) : 0;
  }

  add(records: Records, slot: number, owner: number): void {
    if (owner << 1 >= this.#ends.length) this.#grow(owner);
    const ends = this.#ends;
    this.#counts[owner] = (this.#counts[owner] as number) + 1;
    const { words } = records;
    let before = ends[(owner << 1) + 1] as number;
    // What arrives last is last, but an order amended in the same millisecond keeps its older id.
    while (before !== 0 && arrivedAfter(records, before, slot)) {
      before = words[(before << wordsBits) + OWNER_BEFORE] as number;
    }
    const after =
      before === 0 ? (ends[owner << 1] as number) : (words[(before << wordsBits) + OWNER_AFTER] as number);
    words[(slot << wordsBits) + OWNER_BEFORE] = before;
    words[(slot << wordsBits) + OWNER_AFTER] = after;
    if (before === 0) ends[owner << 1] = slot;
    else words[(before << wordsBits) + OWNER_AFTER] = slot;
    if (after === 0) ends[(owner << 1) + 1] = slot;
    else words[(after << wordsBits) + OWNER_BEFORE] = slot;
  }

  delete(records: Records, slot: number, owner: number): void {
    const { words } = records;
    const before = words[(slot << wordsBits) + OWNER_BEFORE] as number;
    const after = words[(slot << wordsBits) + OWNER_AFTER] as number;
    this.#counts[owner] = (this.#counts[owner] as number) - 1;
    if (before === 0) this.#ends[owner << 1] = after;
    else words[(before << wordsBits) + OWNER_AFTER] = after;
    if (after === 0) this.#ends[(owner << 1) + 1] = before;
    else words[(after << wordsBits) + OWNER_BEFORE] = before;
  }

  #grow(owner: number): void {
    let { length } = this.#ends;
    while (owner << 1 >= length) length *= 2;
    const ends = new Int32Array(length);
    ends.set(this.#ends);
    this.#ends = ends;
    const counts = new Int32Array(length >> 1);
    counts.set(this.#counts);
    this.#counts = counts;
  }
}

function arrivedAfter({ doubles }: Records, one: number, other: number): boolean {
  const later =
    (doubles[(one << doublesBits) + AT] as number) - (doubles[(other << doublesBits) + AT] as number);
  if (later !== 0) return later > 0;
  return (doubles[(one << doublesBits) + ID] as number) > (doubles[(other << doublesBits) + ID] as number);
}
