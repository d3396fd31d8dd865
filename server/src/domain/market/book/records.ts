/**
 * A record is kept in two parts. The hot part, 32 bytes, two to a cache line, is what matching and cancelling touch: the
 * id as a double, then integers. Links hold slots; slot 0 is never given out and means none.
 */
export const hotBits = 3;
export const idBits = 2;
export const LEVEL_BEFORE = 2;
export const LEVEL_AFTER = 3;
export const REMAINING = 4;
/** Level and side in one: see `place`. */
export const PLACE = 5;
export const OWNER_BEFORE = 6;
export const OWNER_AFTER = 7;
/** The cold part, 32 bytes: the stamp as a double, then integers. A time in force may carry a date: it needs a whole one. */
export const coldBits = 3;
export const stampBits = 2;
export const OWNER = 2;
export const QUANTITY = 3;
export const TIME_IN_FORCE = 4;

/** Levels fit beside the side. */
export const mostLevels = 2 ** 24 - 1;
export const place = (side: number, level: number): number => (level << 1) | side;
export const sideOf = (placed: number): number => placed & 1;
export const levelOf = (placed: number): number => placed >>> 1;

/** Order records, which grow by doubling; a slot given back is the next one used. */
export class Records {
  hot: Int32Array;
  ids: Float64Array;
  cold: Int32Array;
  stamps: Float64Array;
  #used = 1;
  #free = 0;
  #capacity = 64;

  constructor() {
    this.hot = new Int32Array(this.#capacity << hotBits);
    this.ids = new Float64Array(this.hot.buffer);
    this.cold = new Int32Array(this.#capacity << coldBits);
    this.stamps = new Float64Array(this.cold.buffer);
  }

  /** Records there is room for; at most twice as many as were in use at once, and at least 64. */
  get capacity(): number {
    return this.#capacity;
  }

  take(): number {
    const slot = this.#free;
    if (slot !== 0) {
      this.#free = this.hot[(slot << hotBits) + LEVEL_AFTER] as number;
      return slot;
    }
    if (this.#used === this.#capacity) this.#grow();
    this.#used += 1;
    return this.#used - 1;
  }

  /** A record given back has nothing left that could be traded. */
  giveBack(slot: number): void {
    const base = slot << hotBits;
    this.hot[base + REMAINING] = 0;
    this.hot[base + LEVEL_AFTER] = this.#free;
    this.#free = slot;
  }

  #grow(): void {
    this.#capacity *= 2;
    const { hot, cold } = this;
    this.hot = new Int32Array(this.#capacity << hotBits);
    this.hot.set(hot);
    this.ids = new Float64Array(this.hot.buffer);
    this.cold = new Int32Array(this.#capacity << coldBits);
    this.cold.set(cold);
    this.stamps = new Float64Array(this.cold.buffer);
  }
}
