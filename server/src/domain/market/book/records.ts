/** A record is 64 bytes, one cache line: two doubles, then integers. */
export const wordsBits = 4;
export const doublesBits = 3;
/** Where a field stands in its record, counted in doubles… */
export const ID = 0;
export const AT = 1;
/** …or in integers. Links hold slots; slot 0 is never given out and means none. */
export const LEVEL_BEFORE = 4;
export const LEVEL_AFTER = 5;
export const OWNER_BEFORE = 6;
export const OWNER_AFTER = 7;
export const OWNER = 8;
export const SIDE = 9;
export const LEVEL = 10;
export const REMAINING = 11;
export const QUANTITY = 12;
export const TIME_IN_FORCE = 13;

/** Order records in one piece of memory, which grows by doubling; a slot given back is the next one used. */
export class Records {
  words: Int32Array;
  doubles: Float64Array;
  #used = 1;
  #free = 0;
  #capacity = 64;

  constructor() {
    const memory = new ArrayBuffer(this.#capacity << (wordsBits + 2));
    this.words = new Int32Array(memory);
    this.doubles = new Float64Array(memory);
  }

  /** Records there is room for; never more than twice as many as were in use at once, and at least 64. */
  get capacity(): number {
    return this.#capacity;
  }

  take(): number {
    const slot = this.#free;
    if (slot !== 0) {
      this.#free = this.words[(slot << wordsBits) + LEVEL_AFTER] as number;
      return slot;
    }
    if (this.#used === this.#capacity) this.#grow();
    this.#used += 1;
    return this.#used - 1;
  }

  /** A record given back keeps nothing that could be traded: its quantities are 0. */
  giveBack(slot: number): void {
    const base = slot << wordsBits;
    this.words[base + REMAINING] = 0;
    this.words[base + LEVEL_AFTER] = this.#free;
    this.#free = slot;
  }

  #grow(): void {
    this.#capacity *= 2;
    const memory = new ArrayBuffer(this.#capacity << (wordsBits + 2));
    const words = new Int32Array(memory);
    words.set(this.words);
    this.words = words;
    this.doubles = new Float64Array(memory);
  }
}
