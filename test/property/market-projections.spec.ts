import { expect } from 'chai';
import { HistoryMedium, MemoryHistory } from '../../server/src/adapters/memory/history.ts';
import { account, available, EUR } from '../../server/src/domain/ledger/index.ts';
import { BUY, SELL, type Market } from '../../server/src/domain/market/index.ts';
import type { VenueState } from '../../server/src/domain/venue/index.ts';
import { foldRecord, initialState, type KernelState } from '../../server/src/kernel/state.ts';
import { statementBalance } from '../../server/src/projections/balance.ts';
import { rememberAllFigures } from '../../server/src/projections/candles.ts';
import { levelOfKey, sideOfKey, type TradeFigures } from '../../server/src/projections/effects.ts';
import { Publisher } from '../../server/src/projections/publisher.ts';
import { statementStream, type StatementEntry } from '../../server/src/projections/statement.ts';
import {
  candlesStream,
  ordersStream,
  tradesStream,
  type CandleLine,
  type OrderLine,
} from '../../server/src/projections/streams.ts';
import { investors, listings, recordsOf, stories } from '../support/market-stories.ts';
import type { MarketTape } from '../support/market-tape.ts';
import { property } from '../support/property.ts';

/** What the history and the feed's effects say after a venue was told everything, restarted once on the way. */
class Told {
  state: KernelState = initialState();
  readonly history = new MemoryHistory(new HistoryMedium());
  /** Units by listing and level, as the effects left them. */
  readonly books = new Map<string, Map<number, number>>();
  #publisher = this.#publish(0);

  #publish(checkpoint: number): Publisher {
    const publisher = new Publisher(this.history, checkpoint, (error) => {
      throw error;
    });
    publisher.listen(({ effects }) => {
      for (const { markets } of effects)
        for (const [listing, { levels }] of markets) {
          const book = this.books.get(listing) ?? new Map<number, number>();
          for (let at = 0; at < levels.length; at += 2) book.set(levels[at]!, levels[at + 1]!);
          this.books.set(listing, book);
        }
    });
    return publisher;
  }

  async take(records: MarketTape['records'], restart: number, replays: boolean): Promise<void> {
    for (const [at, record] of records.entries()) {
      if (record.seq === restart) await this.#restart(replays ? records.slice(0, at) : []);
      foldRecord(this.state, record, this.#publisher.observe);
      this.#publisher.flushed({ seq: record.seq, hash: '', records: [], tookMs: 0 });
      await this.#publisher.settled();
    }
  }

  /** Goes on from a snapshot, or replays what the history has already. */
  async #restart(past: MarketTape['records']): Promise<void> {
    this.#publisher = this.#publish(await this.history.checkpoint());
    if (past.length === 0) rememberAllFigures(this.state.venue);
    else this.state = initialState();
    for (const record of past) foldRecord(this.state, record, this.#publisher.observe);
  }

  async lines<T>(stream: string): Promise<T[]> {
    const limit = await this.history.length(stream);
    return limit === 0
      ? []
      : (await this.history.page(stream, { after: 0, limit })).map(({ value }) => value as T);
  }
}

function openIn(market: Market): Map<number, number> {
  const open = new Map<number, number>();
  for (const { id, remaining } of market.book.orders()) open.set(id, remaining);
  return open;
}

async function ordersHold(told: Told, { markets }: VenueState): Promise<void> {
  const open = new Map<number, number>();
  const begun = new Set<number>();
  for (const person of investors) {
    for (const { order, kind, remaining, quantity } of await told.lines<OrderLine>(ordersStream(person))) {
      const before = open.get(order);
      expect(begun.has(order), `${order} ${kind}`).to.equal(kind !== 'placed');
      begun.add(order);
      if (kind === 'traded') expect(before! - quantity, `${order}`).to.equal(remaining);
      if (kind === 'rested' || kind === 'cancelled') expect(before, `${order} ${kind}`).to.equal(quantity);
      open.set(order, remaining);
    }
  }
  const resting = [...markets.markets.values()].flatMap((market) => [...openIn(market)]);
  const byOrder = (a: readonly number[], b: readonly number[]): number => a[0]! - b[0]!;
  expect([...open].filter(([, left]) => left > 0).toSorted(byOrder)).to.deep.equal(resting.toSorted(byOrder));
}

async function statementsHold(told: Told, state: VenueState): Promise<void> {
  for (const person of investors) {
    const balances = new Map<string, number>();
    for (const { asset, change, balance } of await told.lines<StatementEntry>(statementStream(person))) {
      expect((balances.get(asset) ?? 0) + change, `${person} ${asset}`).to.equal(balance);
      balances.set(asset, balance);
    }
    const cash = account.cash(person);
    expect(balances.get(EUR))
      .to.equal(statementBalance(state, cash))
      .and.to.be.at.least(available(state.ledger, cash));
    for (const listing of listings)
      expect(balances.get(listing) ?? 0).to.equal(
        state.register.holders.get(listing)?.get(person)?.units ?? 0,
      );
  }
}

async function tapeHolds(told: Told, market: Market): Promise<void> {
  const { listing, minute, day, book } = market;
  const trades = await told.lines<TradeFigures>(tradesStream(listing));
  expect(trades.map(({ number }) => number)).to.deep.equal(trades.map((_, at) => at + 1));
  expect(trades).to.have.length(market.trades);
  const volume = trades.reduce((sum, { quantity }) => sum + quantity, 0);
  for (const [interval, open] of [
    ['1m', minute],
    ['1d', day],
  ] as const) {
    const candles = [
      ...(await told.lines<CandleLine>(candlesStream(listing, interval))),
      ...(open === null ? [] : [open]),
    ];
    expect(
      candles.reduce((sum, one) => sum + one.volume, 0),
      interval,
    ).to.equal(volume);
    for (const [at, { from }] of candles.entries()) expect(from).to.be.above(candles[at - 1]?.from ?? 0);
  }
  const levels = [...(told.books.get(listing) ?? [])].filter(([, units]) => units > 0);
  for (const [key, units] of levels)
    expect(units).to.equal(book.levelQuantity(sideOfKey(key), levelOfKey(key)));
  let count = 0;
  for (const side of [BUY, SELL])
    for (let level = book.best(side); level !== 0; level = book.next(side, level)) count += 1;
  expect(levels, 'every level of the book, and no other').to.have.length(count);
}

describe('what is told of a market (MKT-4, MKT-5, MKT-6)', () => {
  property(
    'adds up to the market itself, whatever people do, also over a restart',
    60,
    [stories],
    async ([all, nth]) => {
      const records = recordsOf(all);
      const told = new Told();
      await told.take(records, 2 + (nth % (records.length - 1)), nth % 2 === 0);
      const { venue } = told.state;
      await ordersHold(told, venue);
      await statementsHold(told, venue);
      for (const market of venue.markets.markets.values()) await tapeHolds(told, market);
    },
  );
});
