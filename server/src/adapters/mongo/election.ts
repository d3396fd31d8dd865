import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Schema, type Connection, type Model } from 'mongoose';
import { type WriterElection, type WriterLease } from '../../ports/journal.ts';
import { modelOf, strictly, transaction } from './connection.ts';
import { journalState } from './journal.ts';

export interface LeaseTimes {
  /** Between two signs of life of the holder. */
  readonly renewMs: number;
  /** A holder that gave no sign for so long counts as dead, by itself and by the others. */
  readonly expiryMs: number;
}

const usualTimes: LeaseTimes = { renewMs: 2_000, expiryMs: 10_000 };
/** The holder gives up before others may take over. */
const holderShare = 0.8;

interface LeaseDocument {
  readonly _id: 'writer';
  /** Null when the last holder released it. */
  readonly holder: string | null;
  readonly where: string;
  readonly beat: number;
}

const leaseSchema = new Schema<LeaseDocument>(
  {
    _id: { type: String, required: true },
    holder: { type: String, default: null },
    where: { type: String, required: true },
    beat: { type: Number, required: true },
  },
  strictly,
);

/**
 * The one writer of a database is the holder of a lease that it renews by counting up a beat. Nobody's clock is
 * trusted: a claimant watches the beat on its own clock, and takes over when it stands still for `expiryMs`.
 * The takeover raises the journal's epoch in the same transaction, which fences the appends of the former holder.
 */
export class MongoElection implements WriterElection {
  readonly #connection: Connection;
  readonly #leases: Model<LeaseDocument>;
  readonly #times: LeaseTimes;

  private constructor(connection: Connection, leases: Model<LeaseDocument>, times: LeaseTimes) {
    this.#connection = connection;
    this.#leases = leases;
    this.#times = times;
  }

  static async open(connection: Connection, times: LeaseTimes = usualTimes): Promise<MongoElection> {
    const leases = await modelOf(connection, 'writer_leases', leaseSchema);
    await leases.updateOne(
      { _id: 'writer' },
      { $setOnInsert: { holder: null, where: '', beat: 0 } },
      { upsert: true },
    );
    await journalState(connection);
    return new MongoElection(connection, leases, times);
  }

  async claim(): Promise<WriterLease> {
    const seen = await this.#dead();
    const holder = randomUUID();
    const epoch = await this.#take(seen, holder);
    return this.#held(holder, epoch);
  }

  /** The lease of nobody, or of a holder that gives no sign of life. @throws Error when the holder lives. */
  async #dead(): Promise<LeaseDocument> {
    const first = await this.#lease();
    const until = performance.now() + this.#times.expiryMs;
    let now = first;
    while (now.holder !== null && performance.now() < until) {
      await pause(this.#times.renewMs / 2);
      now = await this.#lease();
      if (now.holder !== null && (now.beat !== first.beat || now.holder !== first.holder)) {
        throw new Error(refusal(now.where));
      }
    }
    return now;
  }

  async #lease(): Promise<LeaseDocument> {
    const lease = await this.#leases.findById('writer').lean<LeaseDocument>();
    if (!lease) throw new Error('the lease of the writer was removed from the database');
    return lease;
  }

  async #take(seen: LeaseDocument, holder: string): Promise<number> {
    const state = await journalState(this.#connection);
    const where = `process ${process.pid} on ${hostname()}`;
    return transaction(this.#connection, async (session) => {
      const unchanged = { _id: 'writer', holder: seen.holder, beat: seen.beat } as const;
      const taken = { $set: { holder, where, beat: seen.beat + 1 } };
      const { matchedCount } = await this.#leases.updateOne(unchanged, taken, { session });
      if (matchedCount !== 1) throw new Error(refusal('one that started at the same moment'));
      const head = await state
        .findOneAndUpdate({ _id: 'head' }, { $inc: { epoch: 1 } }, { session, returnDocument: 'after' })
        .lean();
      if (!head) throw new Error('the state of the journal was removed from the database');
      return head.epoch;
    });
  }

  #held(holder: string, epoch: number): WriterLease {
    const stop = new AbortController();
    const lost = new Promise<void>((resolve) => {
      void this.#renewed(holder, stop.signal).then((released) => {
        if (!released) resolve();
      });
    });
    const release = async (): Promise<void> => {
      stop.abort();
      await this.#leases.updateOne({ _id: 'writer', holder }, { $set: { holder: null } });
    };
    return { epoch, lost, release };
  }

  /** Renews until it is stopped (true), or until the lease is another's or can no longer be renewed (false). */
  async #renewed(holder: string, signal: AbortSignal): Promise<boolean> {
    const { renewMs, expiryMs } = this.#times;
    const patienceMs = expiryMs * holderShare;
    let alive = performance.now();
    for (;;) {
      await pause(renewMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return true;
      const asked = performance.now();
      const outcome = await Promise.race([
        this.#beat(holder),
        pause(Math.max(0, alive + patienceMs - asked), 'failed' as const, { ref: false }),
      ]);
      if (signal.aborted) return true;
      // From the moment it was asked for, because nobody knows when in between the beat was counted.
      if (outcome === 'renewed') alive = asked;
      if (outcome === 'taken' || performance.now() - alive >= patienceMs) return false;
    }
  }

  async #beat(holder: string): Promise<'renewed' | 'taken' | 'failed'> {
    try {
      const mine = { _id: 'writer', holder } as const;
      const { matchedCount } = await this.#leases.updateOne(mine, { $inc: { beat: 1 } });
      return matchedCount === 1 ? 'renewed' : 'taken';
    } catch {
      return 'failed';
    }
  }
}

const refusal = (where: string): string =>
  `Another server (${where}) is already writing to this database. Stop it first, or use another database.`;
