import { RECORD_HEADER_BYTES, type Lined } from './batch.ts';
import { putWord } from './binary.ts';
import { putOrder, roomForOrder } from './order-record.ts';
import type { JournalRecord } from './record.ts';

/**
 * Records on their way into the journal, encoded one behind the other as a batch holds them: length 4, room for a checksum
 * 4, bytes. The same memory is used again and again, so that a record costs no buffer of its own.
 */
export class RecordLine {
  private bytes = Buffer.allocUnsafeSlow(256 * 1024);
  /** Where the kept records end, and the one written last. */
  private end = 0;
  private written = 0;

  /**
   * Writes a record behind the kept ones, in place of one that was not kept. Until it is kept, it is not there.
   * @returns how many bytes it takes
   */
  write(record: JournalRecord): number {
    const from = this.end + RECORD_HEADER_BYTES;
    this.grow(from + roomForOrder(record));
    let to = putOrder(this.bytes, from, record);
    if (to === -1) to = this.writeGeneral(from, record);
    putWord(this.bytes, this.end, to - from);
    this.written = to;
    return to - this.end;
  }

  /** Keeps the record written last. */
  keep(): void {
    this.end = this.written;
  }

  /** The kept records, the oldest first, that are within so many bytes: valid until the next call. */
  within(most: number): Lined {
    let [count, size] = [0, 0];
    while (size < this.end) {
      const next = size + RECORD_HEADER_BYTES + this.bytes.readUInt32BE(size);
      if (next > most) break;
      size = next;
      count += 1;
    }
    return { bytes: this.bytes.subarray(0, size), count };
  }

  /** Forgets the oldest records, so many bytes of them. */
  drop(size: number): void {
    this.bytes.copyWithin(0, size, this.end);
    this.end -= size;
    this.written = this.end;
  }

  private writeGeneral(from: number, record: JournalRecord): number {
    const text = Buffer.from(JSON.stringify(record), 'utf8');
    this.grow(from + text.length);
    return from + text.copy(this.bytes, from);
  }

  private grow(room: number): void {
    if (room <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(2 * room);
    this.bytes.copy(grown, 0, 0, this.end);
    this.bytes = grown;
  }
}
