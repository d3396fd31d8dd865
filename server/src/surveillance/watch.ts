import { setImmediate as breathe } from 'node:timers/promises';
import { policy } from '@piazza/shared/policy';
import type { Finding } from '../domain/cases/index.ts';
import { settingOf } from '../domain/settings/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { openBatch } from '../kernel/batch.ts';
import { Refusal, type Exchange } from '../kernel/exchange.ts';
import type { JournalRecord } from '../kernel/record.ts';
import type { JournalStore } from '../ports/journal.ts';
import { insidersIn } from './insiders.ts';
import { Surveillance, type Known } from './reader.ts';

/** Longest that records are read at a stretch, and the rest that orders have before the next: they go first. */
const sliceMs = 2;
const restMs = 18;
/** Where an old part of the journal is left out, its end is read without a word: detectors have to see what was there. */
const silentShare = 0.1;

export interface WatchParts {
  readonly exchange: Pick<Exchange, 'peek' | 'command'>;
  readonly journal: JournalStore;
  readonly durableSeq: () => number;
  /** Detectors have a bug; the venue goes on without them. */
  readonly failed: (error: unknown) => void;
}

const knownIn = ({ people, markets }: VenueState): Known => ({
  natural: new Map([...people.people.values()].map(({ id, natural }) => [id, natural])),
  markets: [...markets.markets.values()].map(({ listing, owners, model, referenceCents }) => {
    return { listing, owners, model, referenceCents };
  }),
});

/**
 * Surveillance of the running venue: reads every durable record, beside the path of orders and in slices, and raises an
 * alert for what it finds. It keeps nothing: a start reads the newest part of the journal again, and what was raised
 * before is not raised twice.
 */
export class Watch {
  readonly #parts: WatchParts;
  #surveillance: Surveillance | undefined;
  /** Durable records that wait to be read. */
  #waiting: (readonly JournalRecord[])[] = [];
  #at = 0;
  #slice: NodeJS.Timeout | undefined;
  #closed = false;
  #idle: (() => void)[] = [];

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Takes durable records, in their order. */
  readonly take = (records: readonly JournalRecord[]): void => {
    if (this.#closed) return;
    this.#waiting.push(records);
    if (this.#surveillance !== undefined) this.#wake();
  };

  /** Reads what was durable before; `take` must be called with every batch from before. */
  async start(): Promise<void> {
    const { journal, exchange, durableSeq } = this.#parts;
    const head = durableSeq();
    const from = Math.max(1, head - policy.surveillance.recordsReadAgain + 1);
    const known = exchange.peek((state) => (from === 1 ? undefined : knownIn(state)));
    const surveillance = new Surveillance(
      {
        insiders: insidersIn((query) => exchange.peek(query)),
        singleCents: () => exchange.peek((state) => settingOf(state, 'amlTransactionCents')),
      },
      known,
    );
    const silent = from === 1 ? 0 : from + silentShare * (head - from);
    try {
      for await (const stored of journal.read(from)) {
        if (this.#closed || stored.firstSeq > head) break;
        for (const record of openBatch(stored).records) {
          if (record.seq < from || record.seq > head) continue;
          const found = surveillance.read(record);
          if (record.seq >= silent) this.#raise(found);
        }
        await breathe();
      }
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#waiting = this.#waiting
      .map((records) => records.filter(({ seq }) => seq > head))
      .filter((records) => records.length > 0);
    this.#surveillance = surveillance;
    this.#wake();
  }

  /** Resolves when everything taken so far was read and what was found is raised. */
  async settled(): Promise<void> {
    if (this.#surveillance !== undefined && this.#waiting.length === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#slice);
    this.#waiting = [];
    this.#rest();
  }

  #wake(afterMs = 0): void {
    this.#slice ??= setTimeout(() => this.#read(), afterMs);
  }

  #read(): void {
    this.#slice = undefined;
    const until = performance.now() + sliceMs;
    try {
      while (this.#waiting.length > 0) {
        const records = this.#waiting[0] ?? [];
        while (this.#at < records.length) {
          if (performance.now() > until) return this.#wake(restMs);
          this.#raise(this.#surveillance?.read(records[this.#at] as JournalRecord) ?? []);
          this.#at += 1;
        }
        this.#waiting.shift();
        this.#at = 0;
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#rest();
  }

  #rest(): void {
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** A start finds again what it found before: that is known, and needs no record. */
  #raise(found: readonly Finding[]): void {
    const { exchange } = this.#parts;
    for (const finding of found) {
      if (exchange.peek(({ cases }) => cases.keys.has(finding.key))) continue;
      exchange.command({ kind: 'cases.raise', finding }, 'venue').catch((error: unknown) => {
        if (!(error instanceof Refusal)) this.#fail(error);
      });
    }
  }

  #fail(error: unknown): void {
    this.close();
    this.#parts.failed(error);
  }
}
