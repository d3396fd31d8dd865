import type { Finding } from '../domain/cases/index.ts';
import { Refusal, type Exchange } from '../kernel/exchange.ts';
import type { JournalStore } from '../ports/journal.ts';
import { beginningAt, Follower } from './follower.ts';
import { knownIn, nothingKnown } from './reader.ts';

/** Orders go first: what is read at a stretch, and the rest that they have before the next. */
const besideOrders = { sliceMs: 2, restMs: 18 };

/** What surveillance tells of itself. */
export interface WatchFigures {
  /** Whether somebody reads. */
  readonly running: boolean;
  /** Durable records that nobody has read yet. */
  readonly behind: number;
  /** Times that it had to be started again. */
  readonly restarts: number;
}

/** Surveillance of a venue that runs, wherever its detectors do. */
export interface Watching {
  start(): void;
  /** Told of each flush: everything up to this record is durable. */
  readonly reached: (seq: number) => void;
  /** Resolves when everything durable by now was read, and what was found is raised. */
  settled(): Promise<void>;
  figures(): WatchFigures;
  close(): Promise<void>;
}

export interface WatchParts {
  readonly exchange: Pick<Exchange, 'peek' | 'command'>;
  readonly durableSeq: () => number;
  /** Detectors have a bug; the venue goes on without them. */
  readonly failed: (error: unknown) => void;
}

/** Raises what was found. A start finds again what it found before: that is known, and needs no record. */
export function raise({ exchange, failed }: WatchParts, found: readonly Finding[]): void {
  for (const finding of found) {
    if (exchange.peek(({ cases }) => cases.keys.has(finding.key))) continue;
    exchange.command({ kind: 'cases.raise', finding }, 'venue').catch((error: unknown) => {
      if (!(error instanceof Refusal)) failed(error);
    });
  }
}

/** Where a start begins to read. */
export const beginningOf = ({ exchange, durableSeq }: WatchParts) =>
  beginningAt(durableSeq(), () => exchange.peek(knownIn), nothingKnown());

/** Those who wait until so much is read. */
export class Readers {
  #waiting: { readonly seq: number; readonly wake: () => void }[] = [];

  until(seq: number): Promise<void> {
    return new Promise((wake) => void this.#waiting.push({ seq, wake }));
  }

  /** Wakes those who waited for no more than this. */
  read(seq: number): void {
    if (this.#waiting.length === 0) return;
    const due = this.#waiting.filter((one) => one.seq <= seq);
    this.#waiting = this.#waiting.filter((one) => one.seq > seq);
    for (const { wake } of due) wake();
  }
}

/**
 * Surveillance in the venue's own process, in slices, where its journal cannot be opened a second time. It keeps nothing: a
 * start reads the newest part of the journal again, and what was raised before is not raised twice.
 */
export class Watch implements Watching {
  readonly #parts: WatchParts & { readonly journal: JournalStore };
  readonly #readers = new Readers();
  #follower: Follower | undefined;
  #read = 0;
  #closed = false;

  constructor(parts: WatchParts & { readonly journal: JournalStore }) {
    this.#parts = parts;
  }

  start(): void {
    const { journal, durableSeq, failed } = this.#parts;
    this.#follower = new Follower({
      ...beginningOf(this.#parts),
      journal,
      pace: besideOrders,
      told: (found, read) => {
        raise(this.#parts, found);
        this.#read = read;
        this.#readers.read(read);
      },
      failed: (error) => {
        void this.close();
        failed(error);
      },
    });
    this.#follower.reached(durableSeq());
  }

  readonly reached = (seq: number): void => this.#follower?.reached(seq);

  async settled(): Promise<void> {
    const seq = this.#parts.durableSeq();
    if (this.#read < seq && !this.#closed) await this.#readers.until(seq);
  }

  figures(): WatchFigures {
    const behind = Math.max(0, this.#parts.durableSeq() - this.#read);
    return { running: !this.#closed, behind, restarts: 0 };
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#follower?.close();
    this.#readers.read(Infinity);
    return Promise.resolve();
  }
}
