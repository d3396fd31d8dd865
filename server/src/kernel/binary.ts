/** Records share a piece of memory of this size, so that a small one costs no allocation of its own. */
const slabBytes = 256 * 1024;

/** Writes numbers and texts one after the other. */
export class BinaryWriter {
  #bytes = Buffer.allocUnsafeSlow(slabBytes);
  #view = new DataView(this.#bytes.buffer);
  #from = 0;
  #at = 0;

  /** What was written since the last call. Nobody writes there again. */
  taken(): Buffer {
    const found = this.#bytes.subarray(this.#from, this.#at);
    this.#from = this.#at;
    return found;
  }

  /** 0 … 255 */
  byte(value: number): void {
    this.#room(1);
    this.#view.setUint8(this.#at, value);
    this.#at += 1;
  }

  /** 0 … 2^32 − 1 */
  word(value: number): void {
    this.#room(4);
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  double(value: number): void {
    this.#room(8);
    this.#view.setFloat64(this.#at, value, true);
    this.#at += 8;
  }

  /** ASCII of at most 255 characters. @throws RangeError for any other */
  text(value: string): void {
    const { length } = value;
    if (length > 255) throw new RangeError(`a text of ${length} characters`);
    this.#room(length + 1);
    const bytes = this.#bytes;
    let at = this.#at;
    bytes[at] = length;
    at += 1;
    for (let index = 0; index < length; index += 1, at += 1) {
      const code = value.charCodeAt(index);
      if (code > 127) throw new RangeError('a text that is not ASCII');
      bytes[at] = code;
    }
    this.#at = at;
  }

  longText(value: string): void {
    const bytes = Buffer.from(value, 'utf8');
    this.word(bytes.length);
    this.#room(bytes.length);
    bytes.copy(this.#bytes, this.#at);
    this.#at += bytes.length;
  }

  doubles(values: readonly number[]): void {
    const { length } = values;
    this.word(length);
    this.#room(8 * length);
    const view = this.#view;
    let at = this.#at;
    for (let index = 0; index < length; index += 1, at += 8)
      view.setFloat64(at, values[index] as number, true);
    this.#at = at;
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const begun = this.#bytes.subarray(this.#from, this.#at);
    const fresh = Buffer.allocUnsafeSlow(Math.max(slabBytes, 2 * (begun.length + bytes)));
    begun.copy(fresh);
    this.#bytes = fresh;
    this.#view = new DataView(fresh.buffer);
    this.#from = 0;
    this.#at = begun.length;
  }
}

/** Reads what a `BinaryWriter` wrote. Every call throws RangeError where the bytes end too early. */
export class BinaryReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  byte(): number {
    const value = this.#bytes.readUInt8(this.#at);
    this.#at += 1;
    return value;
  }

  word(): number {
    const value = this.#bytes.readUInt32LE(this.#at);
    this.#at += 4;
    return value;
  }

  double(): number {
    const value = this.#bytes.readDoubleLE(this.#at);
    this.#at += 8;
    return value;
  }

  text(): string {
    return this.#slice(this.byte()).toString('latin1');
  }

  longText(): string {
    return this.#slice(this.word()).toString('utf8');
  }

  doubles(): number[] {
    const length = this.word();
    if (8 * length > this.#bytes.length - this.#at) throw new RangeError('numbers that are cut off');
    const values: number[] = [];
    for (let index = 0; index < length; index += 1) values.push(this.double());
    return values;
  }

  #slice(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('a text that is cut off');
    const found = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return found;
  }
}
