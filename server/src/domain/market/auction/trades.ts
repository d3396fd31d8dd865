import { Impossible } from '../../core/index.ts';

/**
 * The trades of an uncross as columns, reused from one plan to the next so that planning allocates nothing once it has
 * grown. Trade n is at index n < `count`; slots are valid until the book takes another order.
 */
export class AuctionTrades {
  count = 0;
  /** Units of all these trades. */
  volume = 0;
  /** Whether nothing is left to trade at the price after these. */
  complete = true;
  buys = new Float64Array(64);
  sells = new Float64Array(64);
  buySlots = new Int32Array(64);
  sellSlots = new Int32Array(64);
  quantities = new Int32Array(64);

  clear(): void {
    this.count = 0;
    this.volume = 0;
    this.complete = true;
  }

  push(buySlot: number, buy: number, sellSlot: number, sell: number, quantity: number): void {
    const at = this.count;
    if (at === this.quantities.length) this.grow();
    this.buySlots[at] = buySlot;
    this.buys[at] = buy;
    this.sellSlots[at] = sellSlot;
    this.sells[at] = sell;
    this.quantities[at] = quantity;
    this.count = at + 1;
    this.volume += quantity;
  }

  /** Ids and quantity of trade n. @throws Impossible when there is none. */
  at(n: number): readonly [buy: number, sell: number, quantity: number] {
    const [buy, sell, quantity] = [this.buys[n], this.sells[n], this.quantities[n]];
    if (n >= this.count || buy === undefined || sell === undefined || quantity === undefined)
      throw new Impossible(`an uncross of ${this.count} trades has no trade ${n}`);
    return [buy, sell, quantity];
  }

  private grow(): void {
    const size = 2 * this.quantities.length;
    const ids = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(size);
      grown.set(old);
      return grown;
    };
    const whole = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(size);
      grown.set(old);
      return grown;
    };
    this.buys = ids(this.buys);
    this.sells = ids(this.sells);
    this.buySlots = whole(this.buySlots);
    this.sellSlots = whole(this.sellSlots);
    this.quantities = whole(this.quantities);
  }
}
