import { socketPushes, type MarketSnapshot } from '@piazza/shared/contract';
import type { Level } from '@piazza/shared/depth';
import { millis, units, type ListingId, type Millis } from '@piazza/shared/values';
import { z } from 'zod';
import { BUY, priceOfLevel, referenceOf, SELL, type Market } from '../domain/market/index.ts';
import type { Exchange } from '../kernel/exchange.ts';
import type { HistoryStore } from '../ports/history.ts';
import type { MarketEffects, TradeFigures } from '../projections/effects.ts';
import type { Publication } from '../projections/publisher.ts';
import { sessionOf } from '../projections/session.ts';
import { tradesStream } from '../projections/streams.ts';
import { MarketMirror, type MarketStart } from './market-mirror.ts';

/** Trades read from the history at the start: what a snapshot brings along. */
const startTrades = 50;

export interface MarketFeedOptions {
  readonly exchange: Pick<Exchange, 'read' | 'now'>;
  readonly history: Pick<HistoryStore, 'page'>;
  /** Resolves when all that is durable now was published. */
  readonly published: () => Promise<void>;
  /** Newest durable record. */
  readonly durableSeq: () => number;
  /** Longest a change waits for others to share its frame, in ms; 0 for a frame of each record's own. */
  readonly tickMs: number;
}

/** Where frames go. */
export interface FrameSink {
  /** Whether anybody follows the market. */
  readonly isFollowed: (listing: ListingId) => boolean;
  /** Sends one frame, as it goes over the wire, to all who follow the market. */
  readonly send: (listing: ListingId, frame: unknown) => void;
  /** Called after each tick. */
  readonly ticked: () => void;
  readonly failed: (error: unknown) => void;
}

function levelsOf({ book }: Market, side: number): Level[] {
  const found: Level[] = [];
  for (let level = book.best(side); level !== 0; level = book.next(side, level))
    found.push([priceOfLevel(level), units(book.levelQuantity(side, level))]);
  return found;
}

const startOf = (market: Market): Omit<MarketStart, 'trades'> => ({
  listing: market.listing,
  bids: levelsOf(market, BUY),
  asks: levelsOf(market, SELL),
  session: sessionOf(market),
  referenceCents: referenceOf(market),
  lastCents: market.last?.priceCents ?? null,
});

/**
 * Mirrors of all public books, and a frame a tick of each that changed. They are made of durable records only, so that
 * nothing is ever seen that a crash could take back.
 */
export class MarketFeed {
  readonly #options: MarketFeedOptions;
  readonly #mirrors = new Map<ListingId, MarketMirror>();
  readonly #changed = new Set<MarketMirror>();
  #sink: FrameSink | undefined;
  #timer: NodeJS.Timeout | undefined;
  #tickedAt = 0;
  /** Publications that came before the mirrors were there. */
  #early: Publication[] | null = [];

  constructor(options: MarketFeedOptions) {
    this.#options = options;
  }

  /**
   * Makes the mirrors from the venue's state. `take` must be heard from before. What is published while the state is
   * read is kept and applied over it: quantities are absolute, so that what the state had already changes nothing.
   */
  async start(): Promise<void> {
    const { exchange, history, published, durableSeq } = this.#options;
    const from = durableSeq();
    const picks = await exchange.read((state) => [...state.markets.markets.values()].map(startOf));
    const starts = await Promise.all(
      picks.map(async (pick) => {
        const page = await history.page(tradesStream(pick.listing), { limit: startTrades });
        return { ...pick, trades: page.map(({ value }) => value as TradeFigures).toReversed() };
      }),
    );
    await published();
    const early = this.#early ?? [];
    this.#early = null;
    for (const start of starts) this.#mirrors.set(start.listing, new MarketMirror(start, from));
    for (const publication of early) this.take(publication);
  }

  /** Where frames go from now on. */
  attach(sink: FrameSink): void {
    this.#sink = sink;
  }

  readonly take = (publication: Publication): void => {
    if (this.#early !== null) {
      this.#early.push(publication);
      return;
    }
    for (const { markets } of publication.effects) {
      for (const [listing, effects] of markets) {
        const mirror = this.#mirrors.get(listing) ?? this.#opened(listing, effects);
        mirror.take(effects);
        this.#changed.add(mirror);
      }
      if (this.#options.tickMs === 0 && markets.size > 0) this.#tick();
    }
    if (this.#changed.size > 0) this.#timer ??= setTimeout(() => this.#tick(), this.#untilTick());
  };

  /** The market as everybody may see it now; undefined where there is none. Durable. */
  snapshot(listing: ListingId): MarketSnapshot | undefined {
    return this.#mirrors.get(listing)?.snapshot(this.#now());
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#sink = undefined;
  }

  #now(): Millis {
    return millis(this.#options.exchange.now());
  }

  /** A market begins with an empty book. */
  #opened(listing: ListingId, { seq, session, referenceCents }: MarketEffects): MarketMirror {
    if (session === null || referenceCents === null) throw new Error(`${listing} was never opened`);
    const nothing = { bids: [], asks: [], lastCents: null, trades: [] };
    const mirror = new MarketMirror({ listing, session, referenceCents, ...nothing }, seq - 1);
    this.#mirrors.set(listing, mirror);
    return mirror;
  }

  /** A tick after the one before, so that time spent elsewhere makes no tick longer; half a tick at least, to gather. */
  #untilTick(): number {
    const { tickMs } = this.#options;
    return Math.max(tickMs / 2, this.#tickedAt + tickMs - performance.now());
  }

  #tick(): void {
    this.#timer = undefined;
    this.#tickedAt = performance.now();
    const sink = this.#sink;
    const at = this.#now();
    try {
      for (const mirror of this.#changed) {
        const frame = mirror.frame(at);
        // Once for everybody in the room, however many they are.
        if (sink?.isFollowed(mirror.listing) === true)
          sink.send(mirror.listing, z.encode(socketPushes.marketFrame, frame));
      }
      sink?.ticked();
    } catch (error) {
      sink?.failed(error);
    }
    this.#changed.clear();
  }
}
