import type { Records } from './records.ts';

/**
 * Which slot an id is in: buckets of slots, chained slot by slot, two buckets or more for each. Taking one out mends its
 * chain, so the table is as good after a million deletions as when it was new. Sixteen ids in a row have neighbouring
 * buckets, as ids come in a row; where a row of buckets lies is scattered.
 */
export class IdTable {
  private buckets = new Int32Array(128);
  /** For each slot the next one of its bucket; 0: none. */
  private links = new Int32Array(64);
  private shift = 25;

  /** Buckets there are: twice as many as there is room for records. */
  get capacity(): number {
    return this.buckets.length;
  }

  /** The slot of an id, 0 when it is not here. */
  find(id: number, records: Records): number {
    let slot = this.buckets[this.bucketOf(id)] as number;
    while (slot !== 0 && records.id(slot) !== id) slot = this.links[slot] as number;
    return slot;
  }

  /** Adds an id; false, and nothing is added, when it is here already. */
  add(id: number, slot: number, records: Records): boolean {
    if (records.capacity > this.links.length) this.grow(records);
    const bucket = this.bucketOf(id);
    const first = this.buckets[bucket] as number;
    for (let one = first; one !== 0; one = this.links[one] as number)
      if (records.id(one) === id) return false;
    this.links[slot] = first;
    this.buckets[bucket] = slot;
    return true;
  }

  /** Takes out an id which is here, in that slot. */
  delete(id: number, slot: number): void {
    const links = this.links;
    const bucket = this.bucketOf(id);
    let before = this.buckets[bucket] as number;
    if (before === slot) {
      this.buckets[bucket] = links[slot] as number;
      return;
    }
    while (links[before] !== slot) before = links[before] as number;
    links[before] = links[slot] as number;
  }

  private bucketOf(id: number): number {
    const key = (id | 0) ^ Math.imul((id / 4_294_967_296) | 0, 0x85ebca6b);
    return ((Math.imul(key >>> 4, 0x9e3779b1) >>> this.shift) & ~15) | (key & 15);
  }

  private grow(records: Records): void {
    const buckets = this.buckets;
    const links = this.links;
    this.buckets = new Int32Array(records.capacity << 1);
    this.links = new Int32Array(records.capacity);
    this.shift = Math.clz32(records.capacity);
    for (const first of buckets) {
      for (let slot = first; slot !== 0; slot = links[slot] as number) this.put(records.id(slot), slot);
    }
  }

  private put(id: number, slot: number): void {
    const bucket = this.bucketOf(id);
    this.links[slot] = this.buckets[bucket] as number;
    this.buckets[bucket] = slot;
  }
}
