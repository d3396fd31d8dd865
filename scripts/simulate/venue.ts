import { openBatch } from '../../server/src/kernel/batch.ts';
import { stateHash } from '../../server/src/kernel/canonical.ts';
import { redecide } from '../../server/src/kernel/redecide.ts';
import { restore } from '../../server/src/kernel/restore.ts';
import { takeSnapshot } from '../../server/src/kernel/snapshot.ts';
import { foldRecord, initialState } from '../../server/src/kernel/state.ts';
import type { WriterLease } from '../../server/src/ports/journal.ts';
import type { TestClock } from '../../test/support/clock.ts';
import { FaultyJournal } from '../../test/support/faulty-journal.ts';
import { startKernel, type Kernel } from '../../test/support/kernel.ts';
import type { OpenKit } from '../../test/support/stores.ts';
import type { Auditor } from './auditor.ts';

/** How a venue ends: in order, or with records on their way to the disk, or just there, or with a disk that fails. */
export type Ending = 'stop' | 'before' | 'after' | 'EIO' | 'ENOSPC';

/** The real kernel over a journal with faults, started again and again on the same medium. */
export class Venue {
  #kit: OpenKit;
  #journal: FaultyJournal;
  #kernel: Kernel | undefined;
  #lease: WriterLease | undefined;
  readonly #clock: TestClock;
  readonly #auditor: Auditor;
  starts = 0;
  snapshots = 0;

  constructor(kit: OpenKit, clock: TestClock, auditor: Auditor) {
    this.#kit = kit;
    this.#journal = new FaultyJournal(kit.journal);
    this.#clock = clock;
    this.#auditor = auditor;
  }

  get kernel(): Kernel {
    if (this.#kernel === undefined) throw new Error('the venue has not been started');
    return this.#kernel;
  }

  /** Starts from the journal, or from the newest snapshot and what follows it. The auditor reads what it has missed first. */
  async start(fromSnapshot: boolean): Promise<void> {
    for await (const stored of this.#kit.journal.read(this.#auditor.seq + 1))
      for (const record of openBatch(stored).records)
        if (record.seq > this.#auditor.seq) this.#auditor.read(record);
    this.starts += 1;
    this.#kernel = await startKernel({
      stores: { ...this.#kit, election: { claim: () => this.#claim() } },
      journal: this.#journal,
      clock: this.#clock,
      ...(fromSnapshot ? { snapshotsUpTo: Infinity } : {}),
      publish: ({ records }) => {
        for (const record of records) this.#auditor.read(record);
        this.#kernel?.flushed.splice(0);
      },
    });
    this.#auditor.inspect(this.kernel.state.venue);
  }

  /** Whoever is gone holds no claim. */
  async #claim(): Promise<WriterLease> {
    this.#lease = await this.#kit.election.claim();
    return this.#lease;
  }

  /** Prepares an ending; the commands given from now on meet it. */
  prepareEnd(ending: Ending): void {
    if (ending === 'before' || ending === 'after') this.#journal.hold(ending);
    else if (ending !== 'stop') this.#journal.fail(1, ending);
  }

  /** Ends so. What was not answered by now never will be. */
  async end(ending: Ending): Promise<void> {
    if (ending === 'stop') await this.kernel.stop();
    else {
      // Whoever crashes waits for nothing: the appends on their way are left to themselves.
      void this.kernel.exchange.stop();
      if (ending !== 'before' && ending !== 'after' && this.kernel.faults.length !== 1)
        this.#auditor.faults.push(`a disk that failed was told of ${this.kernel.faults.length} times`);
    }
    if (this.#journal.afterFault > 0) this.#auditor.faults.push('a failed flush was tried again');
    this.#kernel = undefined;
    await this.#lease?.release();
    this.#kit = await this.#kit.reopen();
    this.#journal = new FaultyJournal(this.#kit.journal);
  }

  async snapshot(): Promise<void> {
    const { journal, snapshots } = this.#kit;
    const made = await takeSnapshot({ journal, snapshots, upTo: this.kernel.exchange.durableSeq });
    if (made !== undefined) this.snapshots += 1;
  }

  /** Hashes of the state: as it is, replayed from the first record, and from the newest snapshot on. */
  async hashes(): Promise<readonly string[]> {
    const { journal, snapshots } = this.#kit;
    const whole = await restore({ journal });
    const short = await restore({ journal, snapshots });
    return [this.kernel.state, whole.state, short.state].map(stateHash);
  }

  /** Decides every record again on the state before it. */
  async decideAgain(): Promise<void> {
    const state = initialState();
    for await (const stored of this.#kit.journal.read(1))
      for (const record of openBatch(stored).records) {
        const other = redecide(state, record);
        if (other !== undefined) this.#auditor.faults.push(other);
        foldRecord(state, record);
      }
  }

  async destroy(): Promise<void> {
    await this.#kit.destroy();
  }
}
