/**
 * Order records in typed arrays, which grow by doubling; a slot given back is the next one used, and slot 0 is never given
 * out: in a link it means none. The hot part of a record, 32 bytes, two to a cache line, is what matching and cancelling
 * touch: the id as a double, then six integers. The cold part, 32 bytes: the stamp as a double, then three integers.
 * Places are written as literals: a constant of a module is read from memory each time it is used. Fields of the book's
 * classes are private to TypeScript alone: access by #name is longer bytecode, and the compiler inlines by length.
 */
export class Records {
  private hot = new Int32Array(64 << 3);
  private ids = new Float64Array(this.hot.buffer);
  private cold = new Int32Array(64 << 3);
  private stamps = new Float64Array(this.cold.buffer);
  private used = 1;
  private free = 0;
  private room = 64;

  /** Records there is room for; at most twice as many as were in use at once, and at least 64. */
  get capacity(): number {
    return this.room;
  }

  id(slot: number): number {
    return this.ids[slot << 2] as number;
  }
  levelBefore(slot: number): number {
    return this.hot[(slot << 3) + 2] as number;
  }
  setLevelBefore(slot: number, to: number): void {
    this.hot[(slot << 3) + 2] = to;
  }
  levelAfter(slot: number): number {
    return this.hot[(slot << 3) + 3] as number;
  }
  setLevelAfter(slot: number, to: number): void {
    this.hot[(slot << 3) + 3] = to;
  }
  remaining(slot: number): number {
    return this.hot[(slot << 3) + 4] as number;
  }
  setRemaining(slot: number, to: number): void {
    this.hot[(slot << 3) + 4] = to;
  }
  /** Level and side share an integer. */
  side(slot: number): number {
    return (this.hot[(slot << 3) + 5] as number) & 1;
  }
  level(slot: number): number {
    return (this.hot[(slot << 3) + 5] as number) >>> 1;
  }
  ownerBefore(slot: number): number {
    return this.hot[(slot << 3) + 6] as number;
  }
  setOwnerBefore(slot: number, to: number): void {
    this.hot[(slot << 3) + 6] = to;
  }
  ownerAfter(slot: number): number {
    return this.hot[(slot << 3) + 7] as number;
  }
  setOwnerAfter(slot: number, to: number): void {
    this.hot[(slot << 3) + 7] = to;
  }

  at(slot: number): number {
    return this.stamps[slot << 2] as number;
  }
  owner(slot: number): number {
    return this.cold[(slot << 3) + 2] as number;
  }
  setOwner(slot: number, to: number): void {
    this.cold[(slot << 3) + 2] = to;
  }
  quantity(slot: number): number {
    return this.cold[(slot << 3) + 3] as number;
  }
  setQuantity(slot: number, to: number): void {
    this.cold[(slot << 3) + 3] = to;
  }
  timeInForce(slot: number): number {
    return this.cold[(slot << 3) + 4] as number;
  }

  /** Fills the hot part of a slot, but for its links. */
  writeHot(slot: number, id: number, side: number, level: number, remaining: number): void {
    this.ids[slot << 2] = id;
    this.hot[(slot << 3) + 4] = remaining;
    this.hot[(slot << 3) + 5] = (level << 1) | side;
  }
  writeCold(slot: number, owner: number, quantity: number, timeInForce: number, at: number): void {
    this.stamps[slot << 2] = at;
    this.cold[(slot << 3) + 2] = owner;
    this.cold[(slot << 3) + 3] = quantity;
    this.cold[(slot << 3) + 4] = timeInForce;
  }

  take(): number {
    const slot = this.free;
    if (slot !== 0) {
      this.free = this.levelAfter(slot);
      return slot;
    }
    if (this.used === this.room) this.grow();
    this.used += 1;
    return this.used - 1;
  }

  /** A record given back has nothing left that could be traded. */
  giveBack(slot: number): void {
    this.setRemaining(slot, 0);
    this.setLevelAfter(slot, this.free);
    this.free = slot;
  }

  private grow(): void {
    this.room *= 2;
    const [hot, cold] = [this.hot, this.cold];
    this.hot = new Int32Array(this.room << 3);
    this.hot.set(hot);
    this.ids = new Float64Array(this.hot.buffer);
    this.cold = new Int32Array(this.room << 3);
    this.cold.set(cold);
    this.stamps = new Float64Array(this.cold.buffer);
  }
}
