import { levelOfPrice, priceOfLevel } from '../../../server/src/domain/market/index.ts';
import { randomOf } from '../book/workload.ts';

const priceOf = (level: number): string => (priceOfLevel(level) / 100).toFixed(2);
/** Around the issue price, €4.80. */
const middle = levelOfPrice(480);
/** Orders that one trader lets rest; with more, the next act is a cancel. */
const restingMost = 240;

/** One act on the market, as JSON of the wire. */
export interface Act {
  readonly kind: 'place' | 'cancel';
  readonly key: string;
  /** Body of a placement, or id of the order to cancel. */
  readonly order: string;
}

/** What one trader does: 60 % limits, 30 % cancels of own orders, 10 % orders that trade at once. */
export class Trader {
  readonly #random: () => number;
  readonly #name: string;
  readonly #resting: string[] = [];
  #acts = 0;

  constructor(name: string, seed: number) {
    this.#name = name;
    this.#random = randomOf(seed);
  }

  next(): Act {
    const share = this.#random();
    const many = this.#resting.length > restingMost;
    const order = share < 0.3 || many ? this.#toCancel() : undefined;
    this.#acts += 1;
    const key = `${this.#name}-${this.#acts.toString().padStart(8, '0')}`;
    if (order !== undefined) return { kind: 'cancel', key, order };
    return { kind: 'place', key, order: share > 0.9 ? this.#marketable() : this.#limit() };
  }

  /** Takes note of what became of a placement. */
  placed(value: unknown): void {
    const { orderId, resting } = value as { orderId: string; resting: number };
    if (resting > 0) this.#resting.push(orderId);
  }

  #toCancel(): string | undefined {
    const at = Math.floor(this.#random() * this.#resting.length);
    const order = this.#resting[at];
    const last = this.#resting.pop();
    if (order !== undefined && last !== undefined && at < this.#resting.length) this.#resting[at] = last;
    return order;
  }

  #limit(): string {
    const buys = this.#random() < 0.5;
    const away = 1 + Math.floor(this.#random() ** 2 * 20);
    return this.#body(buys, 'limit', buys ? middle - away : middle + away, 'gtc');
  }

  #marketable(): string {
    const buys = this.#random() < 0.5;
    return this.#body(buys, 'market', buys ? middle + 4 : middle - 4, 'ioc');
  }

  #body(buys: boolean, type: string, level: number, timeInForce: string): string {
    const quantity = 1 + Math.floor(this.#random() * 10);
    return (
      `{"side":"${buys ? 'buy' : 'sell'}","type":"${type}","price":"${priceOf(level)}","quantity":${quantity},` +
      `"timeInForce":"${timeInForce}","selfMatch":"cancel_oldest"}`
    );
  }
}
