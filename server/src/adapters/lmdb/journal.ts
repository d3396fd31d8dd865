import { type Database } from 'lmdb';
import { JournalFault, type JournalStore, type StoredBatch } from '../../ports/journal.ts';
import { assertFollows, emptyHead, type JournalHead } from '../rules/append.ts';
import { OpenFlag } from '../rules/open.ts';
import { openEnvironment, settled, type Environment } from './environment.ts';

const prefixBytes = 16;
const pageBytes = 1024 * 1024;
const pageBatches = 256;
const claimAttempts = 10;

/** A batch as one value: lastSeq and epoch as unsigned 64-bit big-endian, then the bytes. */
function packed({ lastSeq, epoch, bytes }: StoredBatch): Buffer {
  const value = Buffer.allocUnsafe(prefixBytes + bytes.byteLength);
  value.writeBigUInt64BE(BigInt(lastSeq), 0);
  value.writeBigUInt64BE(BigInt(epoch), 8);
  value.set(bytes, prefixBytes);
  return value;
}

function unpacked(firstSeq: number, value: Buffer): StoredBatch {
  return {
    firstSeq,
    lastSeq: Number(value.readBigUInt64BE(0)),
    epoch: Number(value.readBigUInt64BE(8)),
    bytes: value.subarray(prefixBytes),
  };
}

/**
 * The journal in an LMDB environment of its own: `batches` by firstSeq, and in `meta` one versioned `head`.
 * Every append and every claim is conditional on the version of `head`, so two writers cannot both succeed.
 */
export class LmdbJournal implements JournalStore {
  readonly #open = new OpenFlag('journal');
  readonly #readOnly: boolean;
  readonly #environment: Environment;
  readonly #batches: Database<Buffer, number>;
  readonly #meta: Database<JournalHead, string>;
  #underWay: Promise<void> = Promise.resolve();
  #fault: JournalFault | undefined;

  private constructor(folder: string, readOnly: boolean) {
    this.#readOnly = readOnly;
    this.#environment = openEnvironment(folder, readOnly);
    this.#batches = this.#environment.openDB<Buffer, number>({ name: 'batches', encoding: 'binary' });
    this.#meta = this.#environment.openDB<JournalHead, string>({
      name: 'meta',
      encoding: 'json',
      useVersions: true,
    });
  }

  /** Opens the journal in `folder`. @throws Error when `readOnly` is asked for and there is none yet. */
  static async open(folder: string, options: { readonly readOnly?: boolean } = {}): Promise<LmdbJournal> {
    const readOnly = options.readOnly ?? false;
    const journal = new LmdbJournal(folder, readOnly);
    if (!readOnly) {
      const writes: Promise<boolean>[] = [];
      const meta = journal.#meta;
      writes.push(meta.ifNoExists('head', () => void writes.push(meta.put('head', emptyHead, 1))));
      await settled(writes);
    }
    return journal;
  }

  async last(): Promise<StoredBatch | undefined> {
    this.#open.assert();
    this.#environment.resetReadTxn();
    for (const { key, value } of this.#batches.getRange({ reverse: true, limit: 1 })) {
      return unpacked(key, value);
    }
    return undefined;
  }

  async append(batch: StoredBatch): Promise<void> {
    this.#open.assert();
    if (this.#fault) throw this.#fault;
    if (this.#readOnly) throw new JournalFault('this journal was opened for reading only');
    const writing = this.#write(batch);
    this.#underWay = writing.catch(() => undefined);
    await writing;
  }

  async #write(batch: StoredBatch): Promise<void> {
    const { head, version } = this.#head();
    assertFollows(batch, head);
    const next = { lastSeq: batch.lastSeq, epoch: batch.epoch };
    const writes: PromiseLike<boolean>[] = [];
    const both = (): void => {
      writes.push(this.#batches.put(batch.firstSeq, packed(batch)));
      writes.push(this.#meta.put('head', next, version + 1));
    };
    const guarded = (): void => void writes.push(this.#batches.ifNoExists(batch.firstSeq, both));
    writes.push(this.#meta.ifVersion('head', version, guarded));
    let kept: boolean[];
    try {
      kept = await settled(writes);
    } catch (error) {
      // After a failed flush nobody knows which pages reached the disk: this store writes no more.
      this.#fault = new JournalFault('the journal could not be written', { cause: error });
      throw this.#fault;
    }
    if (!kept.every(Boolean)) throw new JournalFault(`somebody else wrote at seq ${batch.firstSeq}`);
    // On a full disk the store was once seen to report a batch as written that it had not kept.
    if (this.#head().head.lastSeq !== batch.lastSeq) {
      this.#fault = new JournalFault('the store has not kept what it said it wrote: no space left, it seems');
      throw this.#fault;
    }
  }

  async *read(fromSeq: number): AsyncGenerator<StoredBatch> {
    this.#open.assert();
    let start = this.#firstKey(fromSeq);
    // In pages, because a range kept open would keep the writer from ever reusing a page.
    for (;;) {
      this.#open.assert();
      const page = this.#page(start);
      for (const batch of page) {
        start = batch.lastSeq + 1;
        if (batch.lastSeq >= fromSeq) yield batch;
      }
      if (page.length === 0) return;
    }
  }

  /**
   * Makes `last epoch + 1` the store's epoch, durably, and fences every older one.
   * @throws JournalFault when the medium fails or others keep writing.
   */
  async raiseEpoch(): Promise<number> {
    for (let attempt = 0; attempt < claimAttempts; attempt += 1) {
      const { head, version } = this.#head();
      const epoch = head.epoch + 1;
      const writes: PromiseLike<boolean>[] = [];
      const raise = (): void => void writes.push(this.#meta.put('head', { ...head, epoch }, version + 1));
      writes.push(this.#meta.ifVersion('head', version, raise));
      if ((await settled(writes)).every(Boolean)) return epoch;
    }
    throw new JournalFault('others keep claiming this journal');
  }

  async close(): Promise<void> {
    if (!this.#open.close()) return;
    await this.#underWay;
    await this.#environment.close();
  }

  #head(): { head: JournalHead; version: number } {
    this.#environment.resetReadTxn();
    const entry = this.#meta.getEntry('head');
    return { head: entry?.value ?? emptyHead, version: entry?.version ?? 0 };
  }

  /** Key of the batch that holds `seq`, or of the first one after it. */
  #firstKey(seq: number): number {
    this.#environment.resetReadTxn();
    for (const key of this.#batches.getKeys({ start: seq, reverse: true, limit: 1 })) return key;
    return seq;
  }

  #page(start: number): StoredBatch[] {
    this.#environment.resetReadTxn();
    const page: StoredBatch[] = [];
    let size = 0;
    for (const { key, value } of this.#batches.getRange({ start, limit: pageBatches })) {
      page.push(unpacked(key, value));
      size += value.byteLength;
      if (size >= pageBytes) break;
    }
    return page;
  }
}
