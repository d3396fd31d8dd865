import type { MarketFrame, MarketSnapshot } from '@piazza/shared/contract';
import { Follower, type Step } from '@piazza/shared/depth';
import { createStore } from '../store.ts';
import { begin, nothingYet, take, type MarketLive } from './live.ts';

/** What a channel needs from outside. */
export interface Surroundings {
  /** Subscribes and answers with the book as it is; `null` where there is no such market. Fails while the venue cannot be reached. */
  readonly subscribe: () => Promise<MarketSnapshot | null>;
  /** Runs before the next picture of the screen. */
  readonly beforePaint: (run: () => void) => void;
  readonly after: (ms: number, run: () => void) => void;
  /** 0 … 1. */
  readonly random: () => number;
}

// Many pages that miss the same frame must not all ask in the same moment.
const jitterMs = 400;
const patienceMaxMs = 10_000;

/** One market, followed: frames are applied as they come, and shown once a picture. */
export class Channel {
  readonly store = createStore(nothingYet);
  readonly #around: Surroundings;
  readonly #follower = new Follower<MarketFrame>();
  /** A snapshot that is not on the screen yet. */
  #base: MarketLive | null = null;
  #waiting: MarketFrame[] = [];
  #painting = false;
  #attempt = 0;
  /** Number of the last question; an answer to an earlier one comes too late. */
  #asked = 0;
  #closed = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Asks for the book, from the beginning: at first, and after a lost connection. */
  open(): void {
    this.#closed = false;
    this.#follower.reset();
    void this.#ask();
  }

  hear(frame: MarketFrame): void {
    this.#did(this.#follower.frame(frame));
  }

  close(): void {
    this.#closed = true;
    this.#asked += 1;
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const snapshot = await this.#around.subscribe().catch(() => undefined);
    if (mine !== this.#asked || this.#closed) return;
    if (snapshot === undefined) this.#again();
    else if (snapshot === null) this.store.set({ ...nothingYet, standing: 'gone' });
    else this.#begin(snapshot);
  }

  #begin(snapshot: MarketSnapshot): void {
    this.#base = begin(snapshot);
    this.#waiting = [];
    if (this.#did(this.#follower.snapshot(snapshot))) this.#attempt = 0;
  }

  #again(): void {
    if (this.#closed) return;
    const now = this.store.get();
    if (now.standing !== 'loading') this.store.set({ ...now, standing: 'resyncing' });
    const waitMs = Math.min(patienceMaxMs, jitterMs * 2 ** this.#attempt) * this.#around.random();
    this.#attempt += 1;
    this.#asked += 1;
    const mine = this.#asked;
    this.#around.after(waitMs, () => {
      if (mine === this.#asked) void this.#ask();
    });
  }

  /** @returns whether the book stands where the step says */
  #did(step: Step<MarketFrame>): boolean {
    if (step.kind === 'resync') this.#again();
    if (step.kind !== 'applied') return false;
    this.#waiting.push(...step.frames);
    if (!this.#painting) {
      this.#painting = true;
      this.#around.beforePaint(() => this.#paint());
    }
    return true;
  }

  #paint(): void {
    this.#painting = false;
    // While a snapshot is awaited the last state that was right stays on the screen.
    if (this.#follower.seq === null) return;
    const [base, frames] = [this.#base, this.#waiting];
    this.#base = null;
    this.#waiting = [];
    if (base !== null || frames.length > 0)
      this.store.set(take(base ?? this.store.get(), frames, this.#follower.book));
  }
}
