import type { Level, Levels } from '@piazza/shared/depth';
import type { ListingId, PersonId } from '@piazza/shared/values';
import type { Venue } from '../../../server/src/compose.ts';
import { priceOfLevel, type PlaceOrder } from '../../../server/src/domain/market/index.ts';

const stepMs = 10;
/** Prices in cents around the issue price of 480, on the tick of 2. */
const middle = 480;
const tick = 2;
const depth = 9;
const mostOpen = 2_000;

/** Trades of one unit to and fro, and a book that changes around them, through the venue's own core. */
export class Floor {
  readonly #venue: Venue;
  readonly #listing: ListingId;
  readonly #people: readonly PersonId[];
  readonly #resting: { readonly order: number; readonly person: PersonId }[] = [];
  #perSecond = 0;
  #owed = 0;
  #last = performance.now();
  #turn = 0;
  readonly #timer: NodeJS.Timeout;
  /** Orders without an answer, and whether the last ones are published. */
  #open = 0;
  #published = true;
  /** Trades made so far. */
  trades = 0;

  constructor(venue: Venue, listing: ListingId) {
    this.#venue = venue;
    this.#listing = listing;
    this.#people = venue.exchange.peek((state) => [...(state.register.holders.get(listing)?.keys() ?? [])]);
    this.#timer = setInterval(() => this.#step(), stepMs);
  }

  /** Trades a second from now on. What cannot be kept up with is not made up for. */
  async pace(perSecond: number): Promise<void> {
    this.#perSecond = perSecond;
    this.#owed = 0;
    this.#last = performance.now();
    if (perSecond > 0) return;
    while (this.#open > 0) await new Promise((resolve) => setTimeout(resolve, stepMs));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** The book as the core has it, once all that was ordered is done. */
  book(): Levels {
    const levels = (side: 0 | 1): Level[] =>
      this.#venue.exchange.peek((state) => {
        const found: Level[] = [];
        const book = state.markets.markets.get(this.#listing)?.book;
        for (let level = book?.best(side) ?? 0; level !== 0; level = book?.next(side, level) ?? 0)
          found.push([priceOfLevel(level), (book?.levelQuantity(side, level) ?? 0) as never]);
        return found;
      });
    return { bids: levels(0), asks: levels(1) };
  }

  #step(): void {
    const now = performance.now();
    this.#owed = Math.min(this.#owed + ((now - this.#last) / 1000) * this.#perSecond, this.#perSecond / 10);
    this.#last = now;
    if (this.#open > mostOpen || !this.#published) return;
    if (this.#owed < 1) return;
    for (; this.#owed >= 1; this.#owed -= 1) this.#trade();
    this.#published = false;
    void this.#venue.context.historySettled().then(() => (this.#published = true));
  }

  /** One trade in the middle, and now and then an order that rests or one that goes. */
  #trade(): void {
    this.#turn += 1;
    const pair = (this.#turn >> 1) % (this.#people.length >> 1);
    const [a, b] = [this.#people[2 * pair] as PersonId, this.#people[2 * pair + 1] as PersonId];
    const [seller, buyer] = this.#turn % 2 === 0 ? [a, b] : [b, a];
    void this.#place(seller, 'sell', middle, 1);
    void this.#place(buyer, 'buy', middle, 1).then(() => (this.trades += 1));
    if (this.#turn % 4 === 0) void this.#rest();
    if (this.#turn % 4 === 2 && this.#resting.length > 200) void this.#cancel();
  }

  async #rest(): Promise<void> {
    const person = this.#people[Math.floor(Math.random() * this.#people.length)] as PersonId;
    const away = tick * (1 + Math.floor(Math.random() * depth));
    const buys = Math.random() < 0.5;
    const order = await this.#place(person, buys ? 'buy' : 'sell', buys ? middle - away : middle + away, 1);
    this.#resting.push({ order, person });
  }

  async #cancel(): Promise<void> {
    const [gone] = this.#resting.splice(Math.floor(Math.random() * this.#resting.length), 1);
    if (gone === undefined) return;
    await this.#venue.exchange.command({ kind: 'orders.cancel', order: gone.order }, gone.person);
  }

  async #place(
    person: PersonId,
    side: 'buy' | 'sell',
    priceCents: number,
    quantity: number,
  ): Promise<number> {
    const order: PlaceOrder = {
      kind: 'orders.place',
      listing: this.#listing,
      side,
      type: 'limit',
      priceCents,
      quantity,
      timeInForce: 'gtc',
      lastDay: 0,
      minimumQuantity: 0,
      selfMatch: 'cancel_newest',
    };
    this.#open += 1;
    const placed = await this.#venue.exchange.command(order, person);
    this.#open -= 1;
    return Number(placed['order']);
  }
}
