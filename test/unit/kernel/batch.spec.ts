import { expect } from 'chai';
import * as fc from 'fast-check';
import {
  encodeBatch,
  genesisHash,
  JournalCorrupt,
  maxBatchBytes,
  openBatch,
} from '../../../server/src/kernel/batch.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import type { StoredBatch } from '../../../server/src/ports/journal.ts';
import { storyStart } from '../../support/clock.ts';
import { property } from '../../support/property.ts';
import { chainOf, lined, recordAt } from '../../support/records.ts';

const before = { seq: 0, hash: genesisHash };
const headerBytes = 92;

/** The seq that the fault names. @throws Error when nothing is found wrong */
function namedBy(open: () => unknown): number {
  try {
    open();
  } catch (error) {
    if (error instanceof JournalCorrupt) return error.seq;
    throw error;
  }
  throw new Error('it was opened');
}

/** Which record of the batch a byte belongs to; the first one for the header, which speaks for all. */
function seqAt(batch: StoredBatch, offset: number): number {
  const bytes = Buffer.from(batch.bytes);
  let at = headerBytes;
  for (let seq = batch.firstSeq; seq <= batch.lastSeq; seq += 1) {
    const next = at + 8 + bytes.readUInt32BE(at);
    if (offset >= at && offset < next) return seq;
    at = next;
  }
  return batch.firstSeq;
}

const flipped = (batch: StoredBatch, offset: number, bit: number): StoredBatch => {
  const bytes = Buffer.from(batch.bytes);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ (1 << bit), offset);
  return { ...batch, bytes };
};

describe('A batch of the journal', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });

  it('gives back the records it was sealed with, its head and its hash', () => {
    const records = [recordAt(1), recordAt(2, 'a key'), recordAt(3)];
    const head = { epoch: 1, firstSeq: 1, writtenAt: storyStart, previousHash: genesisHash };
    const { batch, hash } = encodeBatch(head, lined(records));
    expect(openBatch(batch, before)).to.deep.equal({ ...head, lastSeq: 3, hash, records });
  });

  it('holds no more than 4 MiB, checksums and header included', () => {
    const record = recordAt(1, 'x'.repeat(60_000));
    const fitting = Math.floor((maxBatchBytes - headerBytes) / lined([record]).bytes.length);
    const head = { epoch: 1, firstSeq: 1, writtenAt: storyStart, previousHash: genesisHash };
    const seal = (count: number) => encodeBatch(head, lined(Array<JournalRecord>(count).fill(record)));
    expect(seal(fitting).batch.bytes.byteLength).to.be.at.most(maxBatchBytes);
    expect(() => seal(fitting + 1)).to.throw(RangeError);
  });

  property(
    'with any one bit flipped names the record that holds it, or the first one when it lies in the header',
    200,
    [sizes, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.integer({ min: 0, max: 7 })],
    (counts, where, bit) => {
      const { batches, hashes } = chainOf(counts);
      const batch = batches.at(-1)!;
      const expected = { seq: batch.firstSeq - 1, hash: hashes.at(-2) ?? genesisHash };
      const offset = Math.floor(where * batch.bytes.byteLength);
      const named = namedBy(() => openBatch(flipped(batch, offset, bit), expected));
      expect(named).to.equal(seqAt(batch, offset));
    },
  );

  it('is found changed whichever bit of its header was flipped', () => {
    const { batches, hashes } = chainOf([3, 3]);
    const batch = batches[1]!;
    for (let bit = 0; bit < headerBytes * 8; bit += 1) {
      const expected = { seq: 3, hash: hashes[0]! };
      expect(namedBy(() => openBatch(flipped(batch, bit >> 3, bit & 7), expected))).to.equal(4);
    }
  });

  property(
    'cut off anywhere names the first record that is not whole',
    200,
    [sizes, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })],
    (counts, where) => {
      const [batch] = chainOf(counts).batches as [StoredBatch];
      const length = Math.floor(where * batch.bytes.byteLength);
      const cut = { ...batch, bytes: batch.bytes.subarray(0, length) };
      const named = namedBy(() => openBatch(cut, before));
      expect(named).to.equal(length < headerBytes ? 1 : seqAt(batch, length));
    },
  );

  it('with bytes behind its last record names its first record', () => {
    const [batch] = chainOf([3]).batches as [StoredBatch];
    const longer = { ...batch, bytes: Buffer.concat([batch.bytes, Buffer.alloc(1)]) };
    expect(namedBy(() => openBatch(longer, before))).to.equal(1);
  });

  it('in the place of another names the record that should be there', () => {
    const { batches, hashes } = chainOf([2, 3, 3]);
    const [, second, third] = batches as [StoredBatch, StoredBatch, StoredBatch];
    const swapped = { ...second, bytes: third.bytes };
    expect(namedBy(() => openBatch(swapped, { seq: 2, hash: hashes[0]! }))).to.equal(3);
  });

  it('after a gap names the first missing record', () => {
    const { batches, hashes } = chainOf([2, 3, 3]);
    expect(namedBy(() => openBatch(batches[2]!, { seq: 2, hash: hashes[0]! }))).to.equal(3);
  });

  it('that follows a rewritten one names its own first record', () => {
    const { batches } = chainOf([2, 3]);
    expect(namedBy(() => openBatch(batches[1]!, { seq: 2, hash: 'ab'.repeat(32) }))).to.equal(3);
  });

  it('whose epoch or last seq the store tells otherwise names its first record', () => {
    const [batch] = chainOf([2]).batches as [StoredBatch];
    for (const change of [{ epoch: 2 }, { lastSeq: 1 }, { lastSeq: 3 }])
      expect(namedBy(() => openBatch({ ...batch, ...change }, before))).to.equal(1);
  });
});
