import type { Records } from './records.ts';

/** The owner of an order that nobody owns: it is in no list. */
export const nobody = -1;

/**
 * For each owner a list of their orders in order of arrival, by stamp and then by id. It depends on nothing but the
 * orders, so a book restored from its price-time order walks them alike. An owner is 16 bytes: first and last slot (0:
 * none), and how many orders. The link before an order that nobody owns is −1.
 */
export class OwnerLists {
  private ends = new Int32Array(64 << 2);

  first(owner: number): number {
    return this.has(owner) ? (this.ends[owner << 2] as number) : 0;
  }

  count(owner: number): number {
    return this.has(owner) ? (this.ends[(owner << 2) + 2] as number) : 0;
  }

  add(records: Records, slot: number, owner: number): void {
    if (owner < 0) {
      records.setOwnerBefore(slot, -1);
      records.setOwnerAfter(slot, 0);
    } else {
      if (!this.has(owner)) this.grow(owner);
      this.insert(records, slot, owner << 2);
    }
  }

  private insert(records: Records, slot: number, base: number): void {
    const ends = this.ends;
    let before = ends[base + 1] as number;
    // What arrives last is last, but an order amended in the same millisecond keeps its older id.
    while (before !== 0 && arrivedAfter(records, before, slot)) before = records.ownerBefore(before);
    const after = before === 0 ? (ends[base] as number) : records.ownerAfter(before);
    records.setOwnerBefore(slot, before);
    records.setOwnerAfter(slot, after);
    if (before === 0) ends[base] = slot;
    else records.setOwnerAfter(before, slot);
    if (after === 0) ends[base + 1] = slot;
    else records.setOwnerBefore(after, slot);
    ends[base + 2] = (ends[base + 2] as number) + 1;
  }

  delete(records: Records, slot: number): void {
    const before = records.ownerBefore(slot);
    if (before >= 0) this.cut(records, before, records.ownerAfter(slot), records.owner(slot) << 2);
  }

  private cut(records: Records, before: number, after: number, base: number): void {
    const ends = this.ends;
    if (before === 0) ends[base] = after;
    else records.setOwnerAfter(before, after);
    if (after === 0) ends[base + 1] = before;
    else records.setOwnerBefore(after, before);
    ends[base + 2] = (ends[base + 2] as number) - 1;
  }

  private has(owner: number): boolean {
    return owner >= 0 && owner << 2 < this.ends.length;
  }

  private grow(owner: number): void {
    let { length } = this.ends;
    while (owner << 2 >= length) length *= 2;
    const ends = new Int32Array(length);
    ends.set(this.ends);
    this.ends = ends;
  }
}

function arrivedAfter(records: Records, one: number, other: number): boolean {
  const later = records.at(one) - records.at(other);
  return later === 0 ? records.id(one) > records.id(other) : later > 0;
}
