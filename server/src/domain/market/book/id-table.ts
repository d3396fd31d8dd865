/** 32 bits of an id up to 2^53. Ids 2^32 apart are told from each other by the record, not here. */
const digest = (id: number): number => (id | 0) ^ Math.imul((id / 4_294_967_296) | 0, 0x85ebca6b);

/**
 * Which slot an id is in: open addressing with linear probing, at most half full. What is deleted leaves no mark: the
 * entries behind it move up, so the table is as good after a million deletions as when it was new. An entry is the slot
 * (0: empty) and the digest of the id.
 */
export class IdTable {
  #entries = new Int32Array(256);
  #mask = 127;
  #shift = 25;
  #size = 0;

  /** Entries there is room for; at most four times as many as were in use at once, and at least 128. */
  get capacity(): number {
    return this.#mask + 1;
  }

  /** The slot of an id, 0 when it is not here. The ids are in a column of doubles, so many apart. */
  find(id: number, ids: Float64Array, strideBits: number): number {
    const entries = this.#entries;
    const mask = this.#mask;
    const key = digest(id);
    let at = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    for (;;) {
      const slot = entries[at << 1] as number;
      if (slot === 0) return 0;
      if (entries[(at << 1) + 1] === key && ids[slot << strideBits] === id) return slot;
      at = (at + 1) & mask;
    }
  }

  /** Adds an id which is not here. */
  add(id: number, slot: number): void {
    if (this.#size << 1 > this.#mask) this.#grow();
    this.#size += 1;
    this.#put(digest(id), slot);
  }

  /** Deletes an id which is here, in that slot. */
  delete(id: number, slot: number): void {
    const entries = this.#entries;
    const mask = this.#mask;
    const shift = this.#shift;
    let hole = Math.imul(digest(id), 0x9e3779b1) >>> shift;
    while (entries[hole << 1] !== slot) hole = (hole + 1) & mask;
    for (let at = (hole + 1) & mask; entries[at << 1] !== 0; at = (at + 1) & mask) {
      const key = entries[(at << 1) + 1] as number;
      const home = Math.imul(key, 0x9e3779b1) >>> shift;
      // An entry may move up to the hole unless its own place lies behind the hole.
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      entries[hole << 1] = entries[at << 1] as number;
      entries[(hole << 1) + 1] = key;
      hole = at;
    }
    entries[hole << 1] = 0;
    this.#size -= 1;
  }

  #put(key: number, slot: number): void {
    const entries = this.#entries;
    let at = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    while (entries[at << 1] !== 0) at = (at + 1) & this.#mask;
    entries[at << 1] = slot;
    entries[(at << 1) + 1] = key;
  }

  #grow(): void {
    const old = this.#entries;
    this.#entries = new Int32Array(old.length << 1);
    this.#mask = (this.#mask << 1) | 1;
    this.#shift -= 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] !== 0) this.#put(old[at + 1] as number, old[at] as number);
    }
  }
}
