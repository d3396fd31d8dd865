import { socketCalls, socketPushes, type MarketFrame, type MarketSnapshot } from '@piazza/shared/contract';
import { Follower, type Levels } from '@piazza/shared/depth';
import { z } from 'zod';
import { Line } from './line.ts';

const pushed = '42["marketFrame",';
const keptTexts = 64;
const decoded = new Map<string, MarketFrame>();

/** All of a room are sent the same text: it is decoded once in this process, and applied by each for itself. */
function frameIn(text: string): MarketFrame {
  let frame = decoded.get(text);
  if (frame === undefined) {
    const json: unknown = JSON.parse(text.slice(pushed.length, -1));
    frame = z.decode(socketPushes.marketFrame, json as never);
    decoded.set(text, frame);
    for (const oldest of decoded.keys()) {
      if (decoded.size <= keptTexts) break;
      decoded.delete(oldest);
    }
  }
  return frame;
}

/** What all subscribers of this process have seen. */
export interface Tally {
  trades: number;
  frames: number;
  snapshots: number;
  resyncs: number;
  /** Connections the venue ended. */
  cut: number;
}

/** A client that follows one market and comes back when its connection breaks. */
export class Subscriber {
  readonly #url: string;
  readonly #listing: string;
  readonly #tally: Tally;
  readonly #follower = new Follower<MarketFrame>();
  #line: Line | undefined;
  #ready: (() => void)[] = [];
  #over = false;
  #stalled = false;

  constructor(url: string, listing: string, tally: Tally) {
    this.#url = url;
    this.#listing = listing;
    this.#tally = tally;
  }

  get seq(): number | null {
    return this.#follower.seq;
  }
  equals({ bids, asks }: Levels): boolean {
    const { book } = this.#follower;
    return JSON.stringify([book.bids, book.asks]) === JSON.stringify([bids, asks]);
  }

  /** Connects and subscribes; resolves when it follows. */
  connect(): Promise<void> {
    this.#follower.reset();
    const line = new Line(this.#url, {
      opened: () => this.#ask(),
      packet: (text) => {
        if (line === this.#line) this.#heard(text);
      },
      closed: () => {
        if (line === this.#line) this.#lost();
      },
    });
    this.#line = line;
    return new Promise((ready) => this.#ready.push(ready));
  }

  /** The connection breaks without a word, and is made again. */
  drop(): Promise<void> {
    const old = this.#line;
    this.#line = undefined;
    old?.close();
    return this.connect();
  }

  /** Reads nothing from here on. */
  stall(): void {
    this.#stalled = true;
    this.#line?.stall();
  }

  close(): void {
    this.#over = true;
    this.#line?.close();
  }

  #ask(): void {
    this.#tally.snapshots += 1;
    this.#line?.send(`420["subscribeMarket",{"listingId":"${this.#listing}"}]`);
  }

  #lost(): void {
    if (this.#over || this.#stalled) return;
    this.#tally.cut += 1;
    setTimeout(() => void this.connect(), Math.random() * 200);
  }

  #heard(text: string): void {
    if (text.startsWith(pushed)) {
      const frame = frameIn(text);
      this.#tally.frames += 1;
      this.#tally.trades += frame.trades.length;
      this.#took(this.#follower.frame(frame).kind);
    } else if (text.startsWith('430')) {
      const [ack] = JSON.parse(text.slice(3)) as [{ ok: boolean; value: unknown }];
      if (!ack.ok) throw new Error(`refused: ${text}`);
      const snapshot: MarketSnapshot = z.decode(socketCalls.subscribeMarket.reply, ack.value as never);
      this.#took(this.#follower.snapshot(snapshot).kind);
      for (const ready of this.#ready.splice(0)) ready();
    }
  }

  #took(kind: string): void {
    if (kind !== 'resync') return;
    this.#tally.resyncs += 1;
    this.#ask();
  }
}
