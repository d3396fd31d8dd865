import { clearing } from '@piazza/shared/auction';
import type { BookLevel, Indicative, MarketFrame, MarketSnapshot } from '@piazza/shared/contract';
import { DepthBook, type Level } from '@piazza/shared/depth';
import { priceCents, seq as seqOf, units, type ListingId, type Millis } from '@piazza/shared/values';
import { presentSession, presentTrade } from '../api/present/market.ts';
import { BUY, priceOfLevel } from '../domain/market/index.ts';
import {
  levelOfKey,
  sideOfKey,
  type MarketEffects,
  type SessionFigures,
  type TradeFigures,
} from '../projections/effects.ts';
import { hasIndicative } from '../projections/session.ts';

/** Trades that a snapshot brings along. */
const snapshotTrades = 50;
/** Trades in a frame: of more, as a large auction makes in a tick, the newest. Their numbers show what is left out. */
const frameTrades = 500;

/** A market as the mirror begins with it. */
export interface MarketStart {
  readonly listing: ListingId;
  readonly bids: readonly Level[];
  readonly asks: readonly Level[];
  readonly session: SessionFigures;
  readonly referenceCents: number;
  readonly lastCents: number | null;
  /** Oldest first. */
  readonly trades: readonly TradeFigures[];
}

const mutable = (levels: readonly Level[]): BookLevel[] =>
  levels.map(([price, quantity]) => [price, quantity]);

const same = (a: Indicative | null, b: Indicative | null): boolean =>
  a?.price === b?.price && a?.volume === b?.volume && a?.surplus === b?.surplus;

/** What everybody may see of one market: the public book by level, its session and its newest trades, all of it durable. */
export class MarketMirror {
  readonly listing: ListingId;
  readonly #book = new DepthBook();
  #session: SessionFigures;
  #referenceCents: number;
  #lastCents: number | null;
  /** Oldest first. */
  #trades: TradeFigures[];
  /** Newest record that touched it, and the one its newest frame ended with. */
  #seq: number;
  #framedAt: number;
  /** Since the newest frame. */
  readonly #touched = new Set<number>();
  #fresh: TradeFigures[] = [];
  #sessionChanged = false;
  #referenceChanged = false;
  #framedIndicative: Indicative | null;

  /** @param seq a record that is contained, after which nothing changed */
  constructor(start: MarketStart, seq: number) {
    this.listing = start.listing;
    this.#book.reset(start);
    this.#session = start.session;
    this.#referenceCents = start.referenceCents;
    this.#lastCents = start.lastCents;
    this.#trades = start.trades.slice(-snapshotTrades);
    this.#seq = seq;
    this.#framedAt = seq;
    this.#framedIndicative = this.#indicative();
  }

  /** Takes what durable records did. What is taken again after later records must be followed by them again. */
  take(effects: MarketEffects): void {
    const { seq, levels } = effects;
    this.#seq = Math.max(seq, this.#seq);
    for (let at = 0; at < levels.length; at += 2) {
      const [key, quantity] = [levels[at] as number, levels[at + 1] as number];
      const side = sideOfKey(key) === BUY ? 'bids' : 'asks';
      const price = priceOfLevel(levelOfKey(key));
      // An auction names all levels that its price reaches.
      if (this.#book.quantityAt(side, price) === quantity) continue;
      this.#book.set(side, [price, units(quantity)]);
      this.#touched.add(key);
    }
    const known = this.#trades.at(-1)?.number ?? 0;
    for (const trade of effects.trades) {
      if (trade.number <= known) continue;
      this.#trades.push(trade);
      this.#fresh.push(trade);
      this.#lastCents = trade.priceCents;
    }
    if (this.#trades.length > 4 * snapshotTrades) this.#trades = this.#trades.slice(-snapshotTrades);
    if (this.#fresh.length > 4 * frameTrades) this.#fresh = this.#fresh.slice(-frameTrades);
    if (effects.session !== null) {
      this.#session = effects.session;
      this.#sessionChanged = true;
    }
    if (effects.referenceCents !== null && effects.referenceCents !== this.#referenceCents) {
      this.#referenceCents = effects.referenceCents;
      this.#referenceChanged = true;
    }
  }

  /** @param at venue time, ms */
  snapshot(at: Millis): MarketSnapshot {
    return {
      listingId: this.listing,
      seq: seqOf(this.#seq),
      at,
      bids: mutable(this.#book.bids),
      asks: mutable(this.#book.asks),
      checksum: this.#book.checksum,
      session: presentSession(this.#session),
      indicative: this.#indicative(),
      reference: priceCents(this.#referenceCents),
      last: this.#lastCents === null ? null : priceCents(this.#lastCents),
      trades: this.#trades.slice(-snapshotTrades).toReversed().map(presentTrade),
    };
  }

  /** What changed since the newest frame, and the beginning of the next one. @param at venue time, ms */
  frame(at: Millis): MarketFrame {
    const indicative = this.#indicative();
    const frame: MarketFrame = {
      listingId: this.listing,
      prevSeq: seqOf(this.#framedAt),
      seq: seqOf(this.#seq),
      at,
      bids: this.#changed('bids'),
      asks: this.#changed('asks'),
      trades: this.#fresh.slice(-frameTrades).map(presentTrade),
      checksum: this.#book.checksum,
      ...(this.#sessionChanged ? { session: presentSession(this.#session) } : {}),
      ...(same(indicative, this.#framedIndicative) ? {} : { indicative }),
      ...(this.#referenceChanged ? { reference: priceCents(this.#referenceCents) } : {}),
    };
    this.#framedAt = this.#seq;
    this.#touched.clear();
    this.#fresh = [];
    this.#sessionChanged = false;
    this.#referenceChanged = false;
    this.#framedIndicative = indicative;
    return frame;
  }

  /** Levels of a side that were touched since the newest frame, best first, as they are now. */
  #changed(side: 'bids' | 'asks'): BookLevel[] {
    const found: BookLevel[] = [];
    for (const key of this.#touched) {
      if ((sideOfKey(key) === BUY) !== (side === 'bids')) continue;
      const price = priceOfLevel(levelOfKey(key));
      found.push([price, units(this.#book.quantityAt(side, price))]);
    }
    const direction = side === 'bids' ? -1 : 1;
    return found.toSorted(([a], [b]) => direction * (a - b));
  }

  /** What the call would give if it ended now; null where none is under way, or nothing would trade. */
  #indicative(): Indicative | null {
    if (!hasIndicative(this.#session)) return null;
    const found = clearing(this.#book.bids, this.#book.asks, this.#referenceCents);
    return found && { ...found, price: priceCents(found.price), volume: units(found.volume) };
  }
}
