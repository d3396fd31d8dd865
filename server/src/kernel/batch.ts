import { createHash } from 'node:crypto';
import type { StoredBatch } from '../ports/journal.ts';
import { crcOf } from './crc.ts';
import { decodeOrder, isOrderForm } from './order-record.ts';
import type { JournalRecord } from './record.ts';

/** Hash before the first batch. */
export const genesisHash = '0'.repeat(64);

/** Largest batch in bytes: one Mongo document, one LMDB value. */
export const maxBatchBytes = 4 * 1024 * 1024;

// hash 32 | magic 4 | epoch 4 | firstSeq 8 | count 4 | writtenAt 8 | previous hash 32 | records: length 4, crc 4, bytes
const HASH_BYTES = 32;
const HEADER_BYTES = 60;
export const RECORD_HEADER_BYTES = 8;
const MAGIC = 0x505a4a31;

/** Bytes that every batch carries, by which it is found where its store is lost. */
export const batchMagic: Uint8Array = Buffer.from([0x50, 0x5a, 0x4a, 0x31]);

/** Something in the journal is not as it was written. `seq` names the first record that cannot be trusted. */
export class JournalCorrupt extends Error {
  override readonly name = 'JournalCorrupt';
  readonly seq: number;
  constructor(seq: number, what: string) {
    super(`record ${seq}: ${what}`);
    this.seq = seq;
  }
}

const decodeRecord = (bytes: Buffer): JournalRecord =>
  isOrderForm(bytes) ? decodeOrder(bytes) : (JSON.parse(bytes.toString('utf8')) as JournalRecord);

export interface BatchHead {
  readonly epoch: number;
  readonly firstSeq: number;
  /** Real time of the flush, UTC ms: venue time may run ahead of it. */
  readonly writtenAt: number;
  readonly previousHash: string;
}

/** Bytes a batch adds to its records. */
const BATCH_BYTES = HASH_BYTES + HEADER_BYTES;

/** Checksums the records, each of which has its length in front. */
function checksum(bytes: Buffer, count: number): void {
  let at = BATCH_BYTES;
  for (let index = 0; index < count; index += 1) {
    const from = at + RECORD_HEADER_BYTES;
    const to = from + bytes.readUInt32BE(at);
    bytes.writeUInt32BE(crcOf(bytes, from, to), at + 4);
    at = to;
  }
}

/** Records one behind the other, as a `RecordLine` writes them: the checksums are still to be put in. */
export interface Lined {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** Seals records into one batch, chained to the one before. */
export function encodeBatch(
  head: BatchHead,
  { bytes: records, count }: Lined,
): { batch: StoredBatch; hash: string } {
  const size = BATCH_BYTES + records.length;
  if (size > maxBatchBytes) throw new RangeError(`a batch of ${size} bytes`);
  const bytes = Buffer.allocUnsafe(size);
  let at = HASH_BYTES;
  at = bytes.writeUInt32BE(MAGIC, at);
  at = bytes.writeUInt32BE(head.epoch, at);
  at = bytes.writeBigUInt64BE(BigInt(head.firstSeq), at);
  at = bytes.writeUInt32BE(count, at);
  at = bytes.writeDoubleBE(head.writtenAt, at);
  at += bytes.write(head.previousHash, at, 'hex');
  bytes.set(records, at);
  checksum(bytes, count);
  const hash = createHash('sha256').update(bytes.subarray(HASH_BYTES)).digest();
  hash.copy(bytes);
  const lastSeq = head.firstSeq + count - 1;
  return {
    batch: { firstSeq: head.firstSeq, lastSeq, epoch: head.epoch, bytes },
    hash: hash.toString('hex'),
  };
}

/** A batch that was opened and found as it was written. */
export interface OpenedBatch extends BatchHead {
  readonly lastSeq: number;
  readonly hash: string;
  readonly records: readonly JournalRecord[];
}

function openRecord(bytes: Buffer, at: number, seq: number): { record: JournalRecord; next: number } {
  if (at + RECORD_HEADER_BYTES > bytes.length) throw new JournalCorrupt(seq, 'is cut off');
  const length = bytes.readUInt32BE(at);
  const start = at + RECORD_HEADER_BYTES;
  if (start + length > bytes.length) throw new JournalCorrupt(seq, 'is cut off');
  const body = bytes.subarray(start, start + length);
  if (crcOf(bytes, start, start + length) !== bytes.readUInt32BE(at + 4))
    throw new JournalCorrupt(seq, 'does not match its checksum');
  const record = decodeRecord(body);
  if (record.seq !== seq) throw new JournalCorrupt(seq, `says it is ${record.seq}`);
  return { record, next: start + length };
}

/** The header, once it agrees with what the store says of the batch. */
function openHead(
  bytes: Buffer,
  stored: StoredBatch,
  wanted: number,
): BatchHead & { readonly count: number } {
  if (bytes.length < HASH_BYTES + HEADER_BYTES || bytes.readUInt32BE(HASH_BYTES) !== MAGIC) {
    throw new JournalCorrupt(wanted, 'lies in a batch without a header');
  }
  const epoch = bytes.readUInt32BE(HASH_BYTES + 4);
  const firstSeq = Number(bytes.readBigUInt64BE(HASH_BYTES + 8));
  const count = bytes.readUInt32BE(HASH_BYTES + 16);
  const writtenAt = bytes.readDoubleBE(HASH_BYTES + 20);
  const previousHash = bytes.toString('hex', HASH_BYTES + 28, HASH_BYTES + 60);
  if (firstSeq !== wanted) throw new JournalCorrupt(wanted, `is swapped with ${firstSeq}`);
  if (epoch !== stored.epoch || count === 0 || stored.lastSeq !== firstSeq + count - 1)
    throw new JournalCorrupt(wanted, 'lies in a batch whose header was changed');
  return { epoch, firstSeq, writtenAt, previousHash, count };
}

/**
 * Opens a stored batch and checks it: its place, its chain, every record's checksum.
 * @param expected seq and hash of what comes before, or undefined to take the batch's own word for them.
 * @throws JournalCorrupt naming the first record that cannot be trusted.
 */
export function openBatch(
  stored: StoredBatch,
  expected?: { readonly seq: number; readonly hash: string },
): OpenedBatch {
  const bytes = Buffer.from(stored.bytes.buffer, stored.bytes.byteOffset, stored.bytes.byteLength);
  const wanted = expected === undefined ? stored.firstSeq : expected.seq + 1;
  if (stored.firstSeq !== wanted)
    throw new JournalCorrupt(wanted, `is missing; record ${stored.firstSeq} follows`);
  const { count, ...head } = openHead(bytes, stored, wanted);
  const records: JournalRecord[] = [];
  let at = HASH_BYTES + HEADER_BYTES;
  for (let index = 0; index < count; index += 1) {
    const opened = openRecord(bytes, at, wanted + index);
    records.push(opened.record);
    at = opened.next;
  }
  const hash = createHash('sha256').update(bytes.subarray(HASH_BYTES)).digest('hex');
  if (hash !== bytes.toString('hex', 0, HASH_BYTES) || at !== bytes.length)
    throw new JournalCorrupt(wanted, 'lies in a batch that was changed');
  if (expected !== undefined && head.previousHash !== expected.hash) {
    throw new JournalCorrupt(wanted, 'does not continue the chain before it');
  }
  return { ...head, lastSeq: stored.lastSeq, hash, records };
}

/** The batch whose magic lies at `magic` in raw bytes, when all of it is there and unharmed. */
export function batchAt(
  bytes: Buffer,
  magic: number,
): Pick<OpenedBatch, 'firstSeq' | 'lastSeq' | 'hash' | 'previousHash'> | undefined {
  const start = magic - HASH_BYTES;
  let end = magic + HEADER_BYTES;
  if (start < 0 || end > bytes.length) return undefined;
  const firstSeq = Number(bytes.readBigUInt64BE(magic + 8));
  const count = bytes.readUInt32BE(magic + 16);
  for (let index = 0; index < count; index += 1) {
    if (end + RECORD_HEADER_BYTES > bytes.length) return undefined;
    end += RECORD_HEADER_BYTES + bytes.readUInt32BE(end);
  }
  if (end > bytes.length || end - start > maxBatchBytes) return undefined;
  const hash = createHash('sha256').update(bytes.subarray(magic, end)).digest('hex');
  if (hash !== bytes.toString('hex', start, magic)) return undefined;
  const previousHash = bytes.toString('hex', magic + HEADER_BYTES - HASH_BYTES, magic + HEADER_BYTES);
  return { firstSeq, lastSeq: firstSeq + count - 1, hash, previousHash };
}
