import type { Finding } from '../domain/cases/index.ts';
import { openBatch } from '../kernel/batch.ts';
import { policy } from '@piazza/shared/policy';
import type { JournalStore } from '../ports/journal.ts';
import { Surveillance, type Known } from './reader.ts';

/** Where an old part of the journal is left out, its end is read without a word: detectors have to see what was there. */
const silentShare = 0.1;
/** A journal that is read beside its writer may show a moment later what the writer knows to be durable. */
const unseenMs = 50;

/** From where the journal is read. */
export interface Beginning {
  /** First record that is read. */
  readonly from: number;
  /** Nothing is told of what lies before. */
  readonly silentUntil: number;
  /** What was known before `from`. */
  readonly known: Known;
}

/** A start reads the newest part of the journal again; what was known before is asked for only where a part is left out. */
export function beginningAt(head: number, knownNow: () => Known, nothing: Known): Beginning {
  const from = Math.max(1, head - policy.surveillance.recordsReadAgain + 1);
  if (from === 1) return { from, silentUntil: 0, known: nothing };
  return { from, silentUntil: from + silentShare * (head - from), known: knownNow() };
}

export interface FollowerParts extends Beginning {
  readonly journal: JournalStore;
  /** Longest that records are read at a stretch, and the rest before the next. */
  readonly pace: { readonly sliceMs: number; readonly restMs: number };
  /** Called after each stretch with what was found in it and the last record that was read. */
  readonly told: (found: readonly Finding[], read: number) => void;
  /** The journal cannot be read, or a detector has a bug. */
  readonly failed: (error: unknown) => void;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads the journal up to what is durable, and on as that grows, and tells what detectors find in it. */
export class Follower {
  readonly #parts: FollowerParts;
  readonly #surveillance: Surveillance;
  #next: number;
  #durable = 0;
  #running = false;
  #closed = false;
  #until = 0;
  #found: Finding[] = [];

  constructor(parts: FollowerParts) {
    this.#parts = parts;
    this.#surveillance = new Surveillance(parts.known);
    this.#next = parts.from;
  }

  /** Everything up to this record is durable. */
  reached(seq: number): void {
    this.#durable = Math.max(this.#durable, seq);
    if (this.#running || this.#closed || this.#next > this.#durable) return;
    this.#running = true;
    this.#run().catch((error: unknown) => {
      this.#closed = true;
      this.#parts.failed(error);
    });
  }

  close(): void {
    this.#closed = true;
  }

  async #run(): Promise<void> {
    // A turn later: whoever brought the news goes first.
    await pause(0);
    this.#until = performance.now() + this.#parts.pace.sliceMs;
    while (this.#next <= this.#durable && !this.#closed) {
      const before = this.#next;
      await this.#pass();
      if (this.#next === before && !this.#closed) await pause(unseenMs);
    }
    this.#running = false;
    this.#tell();
  }

  async #pass(): Promise<void> {
    const durable = this.#durable;
    for await (const stored of this.#parts.journal.read(this.#next)) {
      for (const record of openBatch(stored).records) {
        if (record.seq < this.#next) continue;
        const found = this.#surveillance.read(record);
        if (found.length > 0 && record.seq >= this.#parts.silentUntil) this.#found.push(...found);
        this.#next = record.seq + 1;
        if (performance.now() > this.#until) await this.#rest();
        if (this.#closed) return;
      }
      if (this.#next > durable) return;
    }
  }

  async #rest(): Promise<void> {
    const { sliceMs, restMs } = this.#parts.pace;
    this.#tell();
    await pause(restMs);
    this.#until = performance.now() + sliceMs;
  }

  #tell(): void {
    if (this.#closed) return;
    const found = this.#found;
    this.#found = [];
    this.#parts.told(found, this.#next - 1);
  }
}
