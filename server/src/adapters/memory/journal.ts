import {
  type HeadFile,
  type JournalStore,
  type StoredBatch,
  type WriterElection,
  type WriterLease,
} from '../../ports/journal.ts';
import { assertFollows, emptyHead, type JournalHead } from '../rules/append.ts';
import { OpenFlag } from '../rules/open.ts';

/** What a disk would be: it outlives the stores opened on it. */
export class JournalMedium {
  readonly batches: StoredBatch[] = [];
  head: JournalHead = emptyHead;
  headFile: { readonly seq: number; readonly hash: string } | undefined;
  /** Takes the claim away from its holder. */
  dispossess: (() => void) | undefined;
}

const copyOf = (batch: StoredBatch): StoredBatch => ({ ...batch, bytes: batch.bytes.slice() });

export class MemoryJournal implements JournalStore {
  readonly #open = new OpenFlag('journal');
  readonly #medium: JournalMedium;

  constructor(medium: JournalMedium = new JournalMedium()) {
    this.#medium = medium;
  }

  async last(): Promise<StoredBatch | undefined> {
    this.#open.assert();
    const newest = this.#medium.batches.at(-1);
    return newest && copyOf(newest);
  }

  async append(batch: StoredBatch): Promise<void> {
    this.#open.assert();
    assertFollows(batch, this.#medium.head);
    this.#medium.batches.push(copyOf(batch));
    this.#medium.head = { lastSeq: batch.lastSeq, epoch: batch.epoch };
  }

  async *read(fromSeq: number): AsyncGenerator<StoredBatch> {
    this.#open.assert();
    const { batches } = this.#medium;
    const start = batches.findIndex((batch) => batch.lastSeq >= fromSeq);
    if (start === -1) return;
    for (let at = start; at < batches.length; at += 1) {
      const batch = batches[at];
      if (batch) yield copyOf(batch);
    }
  }

  async close(): Promise<void> {
    this.#open.close();
  }
}

export class MemoryElection implements WriterElection {
  readonly #medium: JournalMedium;

  constructor(medium: JournalMedium) {
    this.#medium = medium;
  }

  async claim(): Promise<WriterLease> {
    if (this.#medium.dispossess) throw new Error('Another server is already writing to this store.');
    return this.seize();
  }

  /** Takes the claim even from a live holder, as the next node does when a lease runs out. */
  async seize(): Promise<WriterLease> {
    const medium = this.#medium;
    medium.dispossess?.();
    const { promise: lost, resolve } = withResolvers();
    medium.dispossess = resolve;
    medium.head = { ...medium.head, epoch: medium.head.epoch + 1 };
    const release = async (): Promise<void> => {
      if (medium.dispossess === resolve) medium.dispossess = undefined;
    };
    return { epoch: medium.head.epoch, lost, release };
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

export class MemoryHeadFile implements HeadFile {
  readonly #medium: JournalMedium;

  constructor(medium: JournalMedium) {
    this.#medium = medium;
  }

  async read(): Promise<{ readonly seq: number; readonly hash: string } | undefined> {
    return this.#medium.headFile;
  }

  async write(head: { readonly seq: number; readonly hash: string }): Promise<void> {
    this.#medium.headFile = { ...head };
  }
}
