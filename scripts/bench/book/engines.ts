import { createRequire } from 'node:module';
import { OrderBook, Side, type IProcessOrder } from 'nodejs-order-book';
import type * as MatchEngine from 'orderbook-match-engine';
import { type BenchBook, type BenchOptions, type BenchOrder, create, meta } from '../book-adapter.ts';

/** What a run needs of an engine. */
export type Engine = Pick<BenchBook, 'submit' | 'cancel'>;

type Maker = { readonly id: string; readonly price: number; readonly size: number };

class NodejsOrderBook implements Engine {
  readonly #book = new OrderBook();
  /** It names orders by texts: all are made before, so that none counts as its time. */
  readonly #names: readonly string[];
  readonly #onTrade: BenchOptions['onTrade'];

  constructor({ maxOrderId, onTrade }: BenchOptions) {
    this.#names = Array.from({ length: maxOrderId + 1 }, (_, id) => String(id));
    this.#onTrade = onTrade;
  }

  submit({ id, side, type, price, qty }: BenchOrder): void {
    const name = this.#names[id] ?? '';
    const direction = side === 0 ? Side.BUY : Side.SELL;
    const outcome =
      type === 0
        ? this.#book.limit({ id: name, side: direction, size: qty, price })
        : this.#book.market({ side: direction, size: qty });
    if (outcome.err !== null) throw new Error(`order ${id}`, { cause: outcome.err });
    this.#report(outcome, id);
  }

  /** Makers that are done, then the one that is not; a taker at rest or done is among them under its own id. */
  #report({ done, partial, partialQuantityProcessed }: IProcessOrder, taker: number): void {
    for (const order of done as unknown as Maker[]) {
      if (Number(order.id) !== taker) this.#onTrade(Number(order.id), taker, order.price, order.size);
    }
    const last = partial as unknown as Maker | null;
    if (last !== null && Number(last.id) !== taker) {
      this.#onTrade(Number(last.id), taker, last.price, partialQuantityProcessed);
    }
  }

  cancel(id: number): boolean {
    return this.#book.cancel(this.#names[id] ?? '') !== undefined;
  }
}

const load = createRequire(import.meta.url);

class OrderbookMatchEngine implements Engine {
  readonly #book: MatchEngine.Orderbook;
  readonly #sides: typeof MatchEngine.TRADE_SIDE;
  readonly #onTrade: BenchOptions['onTrade'];
  readonly #maxPrice: number;

  constructor({ onTrade, maxPrice }: BenchOptions) {
    const { Orderbook, TRADE_SIDE } = load('orderbook-match-engine') as typeof MatchEngine;
    this.#book = new Orderbook();
    this.#sides = TRADE_SIDE;
    this.#onTrade = onTrade;
    this.#maxPrice = maxPrice;
  }

  /** It knows no market orders: one is a limit at the last price there is, what is left of it cancelled. */
  submit({ id, side, type, price, qty }: BenchOrder): void {
    const { BID, ASK } = this.#sides;
    const worst = side === 0 ? this.#maxPrice : 1;
    const { order, trades } = this.#book.add(id, side === 0 ? BID : ASK, type === 0 ? price : worst, qty);
    for (const trade of trades) {
      const units = Number(trade.tradeQuantity.toString());
      this.#onTrade(trade.makerOrderId, id, Number(trade.tradePrice.toString()), units);
    }
    if (type === 1 && order.leaveQuantity.gt(0)) this.#book.cancel(id);
  }

  cancel(id: number): boolean {
    try {
      this.#book.cancel(id);
      return true;
    } catch {
      return false;
    }
  }
}

/** The engines beside each other, ours first. */
export const engines: Readonly<Record<string, (options: BenchOptions) => Engine>> = {
  [meta.name]: create,
  'nodejs-order-book': (options) => new NodejsOrderBook(options),
  'orderbook-match-engine': (options) => new OrderbookMatchEngine(options),
};
