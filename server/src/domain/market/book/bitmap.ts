/**
 * A set of small integers 1…top which answers at once which is the greatest, and which is the next below another: words
 * of 32 bits, and above them words whose bits say which words below hold anything.
 */
export class Bitmap {
  private readonly rows: Int32Array[] = [];

  constructor(top: number) {
    for (let bits = top + 1; ; bits = (bits + 31) >>> 5) {
      this.rows.push(new Int32Array((bits + 31) >>> 5));
      if (bits <= 32) return;
    }
  }

  add(value: number): void {
    let index = value;
    for (const row of this.rows) {
      const word = row[index >>> 5] as number;
      row[index >>> 5] = word | (1 << (index & 31));
      if (word !== 0) return;
      index >>>= 5;
    }
  }

  delete(value: number): void {
    let index = value;
    for (const row of this.rows) {
      const word = (row[index >>> 5] as number) & ~(1 << (index & 31));
      row[index >>> 5] = word;
      if (word !== 0) return;
      index >>>= 5;
    }
  }

  /** The greatest member smaller than the value; 0 when there is none. */
  below(value: number): number {
    const rows = this.rows;
    let index = value;
    for (let height = 0; height < rows.length; height += 1) {
      const word = ((rows[height] as Int32Array)[index >>> 5] as number) & ((1 << (index & 31)) - 1);
      if (word !== 0) return this.greatestUnder((index & ~31) + 31 - Math.clz32(word), height);
      index >>>= 5;
    }
    return 0;
  }

  /** The greatest member in the part of the set for which a bit of a higher row stands. */
  private greatestUnder(bit: number, height: number): number {
    let index = bit;
    for (let row = height - 1; row >= 0; row -= 1) {
      index = (index << 5) + 31 - Math.clz32((this.rows[row] as Int32Array)[index] as number);
    }
    return index;
  }
}
