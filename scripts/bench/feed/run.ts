import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Levels } from '@piazza/shared/depth';
import { Child } from '../entry/child.ts';
import type { Wish } from './clients-process.ts';
import type { ServerFigures, ServerWish } from './server-process.ts';
import type { Tally } from './subscriber.ts';

/** So long without a frame, and nothing is on its way. */
const quietMs = 700;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface Checked {
  readonly checked: number;
  readonly behind: number;
  readonly different: number;
}

/** What was delivered in a while, and what it cost the server. */
export interface Delivered {
  readonly tradesPerSecond: number;
  /** Trades × subscribers. */
  readonly delivered: number;
  readonly perCpuSecond: number;
  /** Share of one core that the server had. */
  readonly core: number;
  readonly frames: number;
  readonly cut: number;
}

/** A server, its market, and subscribers of it. */
export class Run {
  readonly #server: Child;
  readonly #clients = new Child('../feed/clients-process.ts');
  readonly #folder: string;
  readonly #place: { readonly url: string; readonly listing: string };

  private constructor(server: Child, folder: string, place: { url: string; listing: string }) {
    this.#server = server;
    this.#folder = folder;
    this.#place = place;
  }

  /** @param tickMs between two frames; 0 for a frame of every record's own */
  static async open(tickMs: number): Promise<Run> {
    const folder = await mkdtemp(join(tmpdir(), 'piazza-feed-'));
    const server = new Child('../feed/server-process.ts', [folder, String(tickMs)], ['--expose-gc']);
    return new Run(server, folder, await server.said());
  }

  async end(): Promise<void> {
    await this.#wish({ do: 'close' });
    this.#clients.kill();
    await this.#ask({ do: 'end' });
    await rm(this.#folder, { recursive: true, force: true });
  }

  async subscribe(count: number): Promise<void> {
    await this.#wish({ do: 'open', ...this.#place, count });
  }
  async pace(perSecond: number): Promise<void> {
    await this.#ask({ do: 'pace', perSecond });
  }
  figures(): Promise<ServerFigures> {
    return this.#ask({ do: 'figures' });
  }
  tally(): Promise<Tally> {
    return this.#wish({ do: 'count' });
  }
  drop(times: number): Promise<{ readonly tookMs: number }> {
    return this.#wish({ do: 'drop', times, atOnce: 40 });
  }
  /** Connections the server has now. */
  async connections(): Promise<number> {
    const text = await (await fetch(`${this.#place.url}/metrics`)).text();
    return Number(/piazza_connections (\d+)/.exec(text)?.[1]);
  }
  async stall(count: number): Promise<void> {
    await this.#wish({ do: 'stall', count });
  }

  /** Trades at that pace for so long, and what it took until everybody had heard of the last one. */
  async measure(perSecond: number, seconds: number): Promise<Delivered> {
    const [from, before] = [await this.figures(), await this.tally()];
    const started = performance.now();
    await this.pace(perSecond);
    await pause(seconds * 1000);
    await this.pace(0);
    const after = await this.#drained();
    const to = await this.figures();
    const cpuSeconds = (to.cpuMs - from.cpuMs) / 1000;
    const delivered = after.trades - before.trades;
    return {
      tradesPerSecond: (to.trades - from.trades) / seconds,
      delivered,
      perCpuSecond: delivered / cpuSeconds,
      core: cpuSeconds / ((performance.now() - started) / 1000),
      frames: after.frames - before.frames,
      cut: after.cut - before.cut,
    };
  }

  /** The tally once nothing more arrives. */
  async #drained(): Promise<Tally> {
    for (let known = await this.tally(); ;) {
      await pause(quietMs);
      const found = await this.tally();
      if (found.frames === known.frames) return found;
      known = found;
    }
  }

  /** Stops trading and compares the book of everybody who reads with the core's. */
  async verify(): Promise<Checked> {
    await this.pace(0);
    const { book, seq } = await this.#ask<{ book: Levels; seq: number }>({ do: 'book' });
    return this.#wish({ do: 'verify', book, seq });
  }

  #ask<T>(wish: ServerWish): Promise<T> {
    return this.#server.ask<T>(wish);
  }
  #wish<T>(wish: Wish): Promise<T> {
    return this.#clients.ask<T>(wish);
  }
}
