import {
  coldBits,
  hotBits,
  idBits,
  OWNER,
  OWNER_AFTER,
  OWNER_BEFORE,
  type Records,
  stampBits,
} from './records.ts';

/** The owner of an order that nobody owns: it is in no list. */
export const nobody = -1;
const UNLISTED = -1;

/** An owner is 16 bytes: first and last slot (0: none), and how many orders. */
const endBits = 2;
const LAST = 1;
const COUNT = 2;

/**
 * For each owner a list of their orders in order of arrival, by stamp and then by id. It depends on nothing but the
 * orders, so a book restored from its price-time order walks them alike.
 */
export class OwnerLists {
  #ends = new Int32Array(64 << endBits);

  first(owner: number): number {
    return this.#has(owner) ? (this.#ends[owner << endBits] as number) : 0;
  }

  count(owner: number): number {
    return this.#has(owner) ? (this.#ends[(owner << endBits) + COUNT] as number) : 0;
  }

  add(records: Records, slot: number, owner: number): void {
    const { hot } = records;
    if (owner === nobody) {
      hot[(slot << hotBits) + OWNER_BEFORE] = UNLISTED;
      hot[(slot << hotBits) + OWNER_AFTER] = 0;
      return;
    }
    if (!this.#has(owner)) this.#grow(owner);
    const ends = this.#ends;
    const base = owner << endBits;
    let before = ends[base + LAST] as number;
    // What arrives last is last, but an order amended in the same millisecond keeps its older id.
    while (before !== 0 && arrivedAfter(records, before, slot)) {
      before = hot[(before << hotBits) + OWNER_BEFORE] as number;
    }
    const after = (before === 0 ? ends[base] : hot[(before << hotBits) + OWNER_AFTER]) as number;
    hot[(slot << hotBits) + OWNER_BEFORE] = before;
    hot[(slot << hotBits) + OWNER_AFTER] = after;
    if (before === 0) ends[base] = slot;
    else hot[(before << hotBits) + OWNER_AFTER] = slot;
    if (after === 0) ends[base + LAST] = slot;
    else hot[(after << hotBits) + OWNER_BEFORE] = slot;
    ends[base + COUNT] = (ends[base + COUNT] as number) + 1;
  }

  delete({ hot, cold }: Records, slot: number): void {
    const before = hot[(slot << hotBits) + OWNER_BEFORE] as number;
    if (before === UNLISTED) return;
    const after = hot[(slot << hotBits) + OWNER_AFTER] as number;
    const ends = this.#ends;
    const base = (cold[(slot << coldBits) + OWNER] as number) << endBits;
    if (before === 0) ends[base] = after;
    else hot[(before << hotBits) + OWNER_AFTER] = after;
    if (after === 0) ends[base + LAST] = before;
    else hot[(after << hotBits) + OWNER_BEFORE] = before;
    ends[base + COUNT] = (ends[base + COUNT] as number) - 1;
  }

  #has(owner: number): boolean {
    return owner >= 0 && owner << endBits < this.#ends.length;
  }

  #grow(owner: number): void {
    let { length } = this.#ends;
    while (owner << endBits >= length) length *= 2;
    const ends = new Int32Array(length);
    ends.set(this.#ends);
    this.#ends = ends;
  }
}

function arrivedAfter({ ids, stamps }: Records, one: number, other: number): boolean {
  const later = (stamps[one << stampBits] as number) - (stamps[other << stampBits] as number);
  if (later !== 0) return later > 0;
  return (ids[one << idBits] as number) > (ids[other << idBits] as number);
}
