/** A value that a fixed form has no room for: the record takes the general form. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
}

// Made in a function of its own: the compiler would write its words ahead of the question whether it is needed.
const unfit = (value: unknown): Unfit => new Unfit(`no room for ${String(value)}`);

/** Most bytes a number takes. */
export const numberBytes = 8;
const WORD = 4_294_967_296;
const HALF = WORD / 2;

// What follows writes at a place in the bytes and gives the place after it. Nobody asks whether there is room: who calls
// has made it. A value that does not fit is thrown as Unfit.

/** A whole number from 0 to 2^53 − 1, seven bits to a byte, the lowest first; a bit in front tells that more follow. */
export function putNumber(bytes: Uint8Array, at: number, value: number): number {
  // Most are as small as that; the rest is kept apart, so that this much is compiled into those who call.
  if ((value & 127) !== value) return putLarge(bytes, at, value);
  bytes[at] = value;
  return at + 1;
}

function putLarge(bytes: Uint8Array, at: number, value: number): number {
  let rest = value | 0;
  let next = at;
  if (rest !== value || rest < 0) {
    if (!Number.isSafeInteger(value) || value < 0) throw unfit(value);
    let large = value;
    for (; large >= HALF; next += 1) {
      bytes[next] = (large % 128) | 128;
      large = Math.floor(large / 128);
    }
    rest = large;
  }
  for (; rest > 127; next += 1) {
    bytes[next] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[next] = rest;
  return next + 1;
}

/** A time in milliseconds: six bytes, the lowest first. */
export function putTime(bytes: Uint8Array, at: number, value: number): number {
  const low = value >>> 0;
  const high = (value - low) / WORD;
  if (high >>> 0 !== high || high > 0xffff) throw unfit(value);
  bytes[at] = low;
  bytes[at + 1] = low >>> 8;
  bytes[at + 2] = low >>> 16;
  bytes[at + 3] = low >>> 24;
  bytes[at + 4] = high;
  bytes[at + 5] = high >>> 8;
  return at + 6;
}

/** Four bytes, the highest first. */
export function putWord(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

/** ASCII of at most 255 characters, behind its length. */
export function putText(bytes: Uint8Array, at: number, value: string): number {
  const { length } = value;
  if (length > 255) throw unfit(value);
  bytes[at] = length;
  for (let index = 0; index < length; index += 1) {
    const code = value.charCodeAt(index);
    if (code > 127) throw unfit(value);
    bytes[at + 1 + index] = code;
  }
  return at + 1 + length;
}

/** Reads what was put. Every call throws RangeError where the bytes end too early. */
export class BinaryReader {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new RangeError('a byte that is cut off');
    this.at += 1;
    return value;
  }

  number(): number {
    let next = this.byte();
    let value = next & 127;
    for (let unit = 128; next > 127; unit *= 128) {
      next = this.byte();
      value += (next & 127) * unit;
    }
    return value;
  }

  time(): number {
    const value = this.bytes.readUIntLE(this.at, 6);
    this.at += 6;
    return value;
  }

  /** 0 … 2^32 − 1, in four bytes. */
  word(): number {
    const value = this.bytes.readUInt32LE(this.at);
    this.at += 4;
    return value;
  }

  double(): number {
    const value = this.bytes.readDoubleLE(this.at);
    this.at += 8;
    return value;
  }

  text(): string {
    const end = this.end(this.byte());
    const text = this.bytes.toString('latin1', this.at, end);
    this.at = end;
    return text;
  }

  /** UTF-8 behind its length as a word. */
  longText(): string {
    const end = this.end(this.word());
    const text = this.bytes.toString('utf8', this.at, end);
    this.at = end;
    return text;
  }

  doubles(): number[] {
    const length = this.word();
    this.end(8 * length);
    const values: number[] = [];
    for (let index = 0; index < length; index += 1) values.push(this.double());
    return values;
  }

  /** Where so many more bytes end. */
  private end(length: number): number {
    const end = this.at + length;
    if (end > this.bytes.length) throw new RangeError('bytes that are cut off');
    return end;
  }
}
