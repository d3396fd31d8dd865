import type { Flushed } from '../kernel/group-commit.ts';
import type { Seq } from '@piazza/shared/values';
import type { JournalRecord } from '../kernel/record.ts';
import type { VenueEvent, VenueState } from '../domain/venue/index.ts';
import type { Observer } from '../kernel/state.ts';
import type { HistoryStore } from '../ports/history.ts';
import { auditRecord } from './audit.ts';
import { dealFlow } from './deal-flow.ts';
import { noEffects, type Effects, type IndexedLine, type Projection } from './effects.ts';
import { rememberFigures } from './candles.ts';
import { marketEvents } from './market.ts';
import { projectMoves } from './market-moves.ts';
import { notices } from './notices.ts';
import { statement } from './statement.ts';
import { topics } from './topics.ts';

const projections: readonly Projection[] = [dealFlow, statement, notices, topics, marketEvents];

/** Of what the history has already, only what is still being counted matters. */
function remember(state: VenueState, event: VenueEvent): void {
  const market = event.kind === 'market.moved' ? state.markets.markets.get(event.listing) : undefined;
  if (market !== undefined) rememberFigures(market);
}

/** Effects of one or more durable records, folded into the history, ready to be shown. */
export interface Publication {
  readonly seq: number;
  readonly effects: readonly Effects[];
  readonly lines: readonly IndexedLine[];
  /** Real time at which the batch was durable. */
  readonly durableAt: number;
}

interface Waiter {
  readonly seq: number;
  readonly wake: () => void;
}

/** Between two publications, unless somebody waits: each is a commit that touches a page for every stream it adds to. */
export const usualRestMs = 25;

/** So much time, or less where somebody ends it. */
class Pause {
  readonly over: Promise<void>;
  end: () => void = () => undefined;

  /** Of nothing too: answers leave first, nobody waits for the history who does not ask for it. */
  constructor(ms: number) {
    this.over = new Promise((over) => {
      const timer = ms > 0 ? setTimeout(over, ms) : undefined;
      if (timer === undefined) setImmediate(over);
      else
        this.end = (): void => {
          clearTimeout(timer);
          over();
        };
    });
  }
}

/** Of an order, and telling of nothing but its market: by far the most. */
const isOrder = ({ command, events }: JournalRecord): boolean =>
  events.length === 1 && events[0]?.kind === 'market.moved' && command.kind.startsWith('orders.');

/** Oldest first; many thousand a second. */
function linesOf(effects: readonly Effects[]): IndexedLine[] {
  const found: IndexedLine[] = [];
  for (const { lines } of effects) for (const line of lines) found.push(line);
  return found;
}

/**
 * Collects the effects of each record while it is folded, writes their lines to the history once the record is durable,
 * and only then tells the listeners. Batches that become durable while one is being written are written as one, so that
 * the history never falls behind the journal for long. It may always be rebuilt: it follows by its own checkpoint.
 */
export class Publisher {
  readonly #history: HistoryStore;
  readonly #listeners: ((publication: Publication) => void)[] = [];
  readonly #failed: (error: unknown) => void;
  readonly #restMs: number;
  #pending: Effects[] = [];
  /** What the next order adds to, where one may. */
  #open: Effects | undefined;
  #checkpoint: number;
  /** Newest durable record, and when the oldest one that waits to be published became durable. */
  #durable: { readonly seq: number; readonly since: number };
  /** Seq up to which a publication is made or being made. */
  #begun: number;
  #running = false;
  #publishedAt = -Infinity;
  #later = new Pause(0);
  #waiters: Waiter[] = [];

  /** @param checkpoint seq up to which the history is complete already */
  constructor(
    history: HistoryStore,
    checkpoint: number,
    failed: (error: unknown) => void,
    restMs = usualRestMs,
  ) {
    this.#restMs = restMs;
    this.#history = history;
    this.#checkpoint = checkpoint;
    this.#begun = checkpoint;
    this.#durable = { seq: checkpoint, since: 0 };
    this.#failed = failed;
  }

  readonly observe: Observer = (state, record, index) => {
    const event = record.events[index];
    if (event === undefined) return;
    if (record.seq <= this.#checkpoint) {
      remember(state, event);
      return;
    }
    const effects = this.#effectsOf(record, index);
    // Most events by far, and no business of the others.
    if (event.kind === 'market.moved') projectMoves(effects, state, event, record);
    else for (const project of projections) project(effects, state, event, record);
    if (index === record.events.length - 1) auditRecord(effects, record);
  };

  listen(listener: (publication: Publication) => void): void {
    this.#listeners.push(listener);
  }

  /** What was folded so far is flushed: what follows becomes durable at another time. */
  seal(): void {
    this.#open = undefined;
  }

  /** Takes a durable batch; publishes it after all before it. */
  flushed(batch: Flushed): void {
    const behind = this.#durable.seq > this.#begun;
    this.#durable = { seq: batch.seq, since: behind ? this.#durable.since : performance.now() };
    if (this.#running) return;
    this.#running = true;
    this.#later = new Pause(this.#restMs - (performance.now() - this.#publishedAt));
    this.#run().catch((error: unknown) => this.#failed(error));
  }

  /** Writes what a replay has collected so far, telling nobody. */
  async catchUp(seq: number): Promise<void> {
    if (seq <= this.#checkpoint) return;
    await this.#history.append(seq, linesOf(this.#take(seq)));
    this.#checkpoint = seq;
    this.#begun = seq;
    this.#durable = { seq, since: 0 };
  }

  /** Resolves when all that was handed over is in the history and told; never, when the history has failed. */
  settled(): Promise<void> {
    const { seq } = this.#durable;
    if (seq <= this.#checkpoint) return Promise.resolve();
    this.#later.end();
    return new Promise((wake) => {
      this.#waiters.push({ seq, wake });
    });
  }

  #effectsOf(record: JournalRecord, index: number): Effects {
    const last = index === 0 ? this.#open : this.#pending.at(-1);
    if (last?.seq === record.seq) return last;
    const joins = isOrder(record);
    if (joins && last !== undefined && this.#open === last) {
      last.seq = record.seq as Seq;
      last.earlier = last.lines.length;
      return last;
    }
    const effects = noEffects(record.seq);
    this.#pending.push(effects);
    this.#open = joins && this.#restMs > 0 ? effects : undefined;
    return effects;
  }

  /** Seq up to which everything is durable and may be published: before the first record that shares with a later one. */
  #wholeTo(seq: number): number {
    const shared = this.#pending.find((effects) => effects.seq > seq);
    return shared === undefined ? seq : Math.min(seq, shared.firstSeq - 1);
  }

  #take(seq: number): Effects[] {
    const end = this.#pending.findIndex((effects) => effects.seq > seq);
    this.#open = undefined;
    return end === -1 ? this.#pending.splice(0) : this.#pending.splice(0, end);
  }

  async #run(): Promise<void> {
    while (this.#wholeTo(this.#durable.seq) > this.#checkpoint) {
      await this.#later.over;
      const { seq, since } = this.#durable;
      await this.#publish({ seq: this.#wholeTo(seq), since });
      this.#later = new Pause(this.#waiters.length === 0 ? this.#restMs : 0);
    }
    this.#running = false;
  }

  async #publish({ seq, since: durableAt }: { readonly seq: number; readonly since: number }): Promise<void> {
    this.#begun = seq;
    const effects = this.#take(seq);
    const lines = linesOf(effects);
    const indices = await this.#history.append(seq, lines);
    this.#checkpoint = seq;
    this.#publishedAt = performance.now();
    for (const [at, line] of lines.entries()) line.index = indices[at] ?? 0;
    for (const listener of this.#listeners) listener({ seq, effects, lines, durableAt });
    const woken = this.#waiters.filter((waiter) => waiter.seq <= seq);
    this.#waiters = this.#waiters.filter((waiter) => waiter.seq > seq);
    for (const { wake } of woken) wake();
  }
}
