import { policy } from '@piazza/shared/policy';
import type { ListingId, PersonId } from '@piazza/shared/values';
import {
  CANCEL,
  CROSS,
  priceOfLevel,
  reasonOf,
  REDUCE,
  REST,
  sideCode,
  TRADE,
  widthOf,
  type MarketEvent,
  type MarketMoved,
} from '../domain/market/index.ts';
import type { JournalRecord } from '../kernel/record.ts';
import type { Order, Paid, Senses, Trade, Watched } from './ground.ts';
import { addTo, forget } from './measures.ts';
import type { Known } from './reader.ts';

const { wash, collusion, concentration, markingClose } = policy.surveillance;
/** Trades that any detector asks for. */
const keptMs = Math.max(wash.windowMs, collusion.windowMs, concentration.windowMs, markingClose.averageMs);
/** Trades of a market kept at most; of a busier one the newest tell. */
const tradesMost = 50_000;

/** As long as a chain of linked accounts may be. */
const stepsMost = 16;

type Changed = Extract<
  MarketEvent,
  { kind: 'market.opened' | 'market.configured' | 'market.phased' | 'market.uncrossed' }
>;

/** All markets as the journal tells them: who has which order, what was traded; told on to the detectors. */
export class Floor {
  readonly #senses: readonly Senses[];
  readonly #markets = new Map<ListingId, Watched>();
  readonly #natural: Map<PersonId, PersonId>;
  /** Trades of the event read last. */
  traded: Trade[] = [];
  #arriving: { readonly market: Watched; readonly order: Order } | undefined;

  constructor(senses: readonly Senses[], { natural, markets }: Pick<Known, 'natural' | 'markets'>) {
    this.#senses = senses;
    this.#natural = new Map(natural);
    for (const { listing, owners, model, referenceCents } of markets)
      this.#markets.set(listing, watched(listing, model, referenceCents, [...owners]));
  }

  /** The first account known to belong to the same human being. */
  naturalOf(person: PersonId): PersonId {
    let found = person;
    // Accounts may have been linked to one that was linked itself later.
    for (let steps = 0; steps < stepsMost; steps += 1) {
      const next = this.#natural.get(found) ?? found;
      if (next === found) break;
      found = next;
    }
    return found;
  }

  identified(person: PersonId, natural: PersonId): void {
    this.#natural.set(person, natural);
  }

  changed({ seq, at }: JournalRecord, event: Changed): void {
    if (event.kind === 'market.opened') {
      if (!this.#markets.has(event.listing))
        this.#markets.set(event.listing, watched(event.listing, event.model, event.issuePriceCents, []));
      return;
    }
    const market = this.#markets.get(event.listing);
    if (market === undefined || event.kind === 'market.configured') return;
    if (event.kind === 'market.phased') {
      const before = market.phase;
      market.phase = event.phase;
      market.until = event.until;
      market.closesAt = event.session?.closesAt ?? null;
      for (const sense of this.#senses) sense.phased?.({ seq, at, phase: event.phase, before }, market);
      return;
    }
    if (event.priceCents === null) return;
    const { priceCents, referenceCents } = event;
    market.referenceCents = priceCents;
    for (const sense of this.#senses) sense.uncrossed?.({ seq, at, priceCents, referenceCents }, market);
  }

  moved(record: JournalRecord, event: MarketMoved): void {
    this.traded = [];
    const market = this.#markets.get(event.listing);
    if (market === undefined) return;
    const { joined, moves } = event;
    if (joined !== null && !market.owners.includes(joined)) market.owners.push(joined);
    this.#arrive(record, market);
    for (let row = 0; row < moves.length; row += widthOf(moves[row] as number))
      this.#row(record, market, moves, row);
  }

  /** Tells the trades of the event, once the register knows them too. */
  tellTrades(): void {
    for (const trade of this.traded) {
      const market = this.#markets.get(trade.listing);
      if (market !== undefined) for (const sense of this.#senses) sense.traded?.(trade, market);
    }
  }

  /** What each side of the trades of the event paid or was paid: all fills of one record together. */
  payments({ seq, at }: JournalRecord): Paid[] {
    if (this.traded.length === 0) return [];
    const sums = new Map<PersonId, number>();
    for (const { buy, sell, priceCents, quantity } of this.traded)
      for (const person of [buy.person, sell.person]) addTo(sums, person, priceCents * quantity);
    const listing = this.traded[0]?.listing ?? null;
    return [...sums].map(([person, cents]) => {
      return { seq, at, person, natural: this.naturalOf(person), cents, what: 'trade', listing };
    });
  }

  /** An order of the record that rests nowhere is forgotten with it. */
  end(_record: JournalRecord): void {
    const arriving = this.#arriving;
    this.#arriving = undefined;
    if (arriving !== undefined && arriving.order.left === 0) drop(arriving.market, arriving.order);
  }

  /** The order that the record itself places or replaces, before it meets any other. */
  #arrive({ command, seq, at, actor }: JournalRecord, market: Watched): void {
    if (this.#arriving !== undefined) return;
    if (command.kind === 'orders.place') {
      const { side, priceCents, quantity } = command;
      this.#placed(market, {
        order: seq,
        person: actor as PersonId,
        side: sideCode(side),
        priceCents,
        quantity,
        at,
      });
    } else if (command.kind === 'orders.amend') {
      const old = market.orders.get(command.order);
      const smaller = command.priceCents === 0 || command.priceCents === old?.priceCents;
      if (old === undefined || (smaller && command.quantity <= old.quantity)) return;
      takeOff(market, old, old.left);
      drop(market, old);
      const priceCents = command.priceCents === 0 ? old.priceCents : command.priceCents;
      const quantity = command.quantity === 0 ? old.quantity : command.quantity;
      this.#placed(market, {
        order: old.order,
        person: old.person,
        side: old.side,
        priceCents,
        quantity,
        at,
      });
    }
  }

  #placed(
    market: Watched,
    wish: Omit<Order, 'left' | 'natural' | 'placedAt'> & { readonly at: number },
  ): void {
    const { order: id, person, side, priceCents, quantity, at: placedAt } = wish;
    const natural = this.naturalOf(person);
    const order: Order = { order: id, person, natural, side, priceCents, quantity, placedAt, left: 0 };
    keep(market, order);
    this.#arriving = { market, order };
    for (const sense of this.#senses) sense.placed?.(order, market);
  }

  /** An order that was placed before the first record that was read is made up from the row that names it. */
  #order(market: Watched, id: number, seat: number, side: number, level: number, left: number): Order {
    const known = market.orders.get(id);
    if (known !== undefined) return known;
    const person = market.owners[seat] as PersonId;
    const priceCents = priceOfLevel(level);
    const natural = this.naturalOf(person);
    return { order: id, person, natural, side, priceCents, quantity: left, placedAt: 0, left };
  }

  #row(record: JournalRecord, market: Watched, moves: readonly number[], row: number): void {
    const at = (offset: number): number => moves[row + offset] as number;
    switch (moves[row] as number) {
      case TRADE: {
        const taker = this.#order(market, at(4), at(5), at(6), at(8), at(9));
        const maker = this.#order(market, at(1), at(2), 1 - at(6), at(8), at(9));
        const [buy, sell] = at(6) === 0 ? [taker, maker] : [maker, taker];
        this.#trade(record, market, {
          buy,
          sell,
          level: at(8),
          quantity: at(9),
          aggressor: at(6) === 0 ? 'buy' : 'sell',
        });
        takeOff(market, maker, at(9));
        return;
      }
      case CROSS: {
        const buy = this.#order(market, at(1), at(2), 0, at(7), at(8));
        const sell = this.#order(market, at(4), at(5), 1, at(7), at(8));
        this.#trade(record, market, { buy, sell, level: at(7), quantity: at(8), aggressor: 'auction' });
        takeOff(market, buy, at(8));
        takeOff(market, sell, at(8));
        return;
      }
      case REST: {
        const order = this.#order(market, at(1), at(2), at(3), at(4), 0);
        order.left = at(5);
        keep(market, order);
        market.depth[order.side as 0 | 1] += order.left;
        return;
      }
      case CANCEL:
        if (reasonOf(at(6)) !== 'amended') this.#cancelled(record, market, moves, row);
        return;
      case REDUCE:
        takeOff(market, this.#order(market, at(1), at(2), at(3), at(4), at(5) + at(6)), at(6));
    }
  }

  #cancelled({ seq, at: now }: JournalRecord, market: Watched, moves: readonly number[], row: number): void {
    const at = (offset: number): number => moves[row + offset] as number;
    const units = at(5);
    const order = this.#order(market, at(1), at(2), at(3), at(4), units);
    takeOff(market, order, units);
    drop(market, order);
    const event = { seq, at: now, order, units, reason: reasonOf(at(6)) };
    for (const sense of this.#senses) sense.cancelled?.(event, market);
  }

  #trade(
    { seq, at }: JournalRecord,
    market: Watched,
    { level, ...rest }: Pick<Trade, 'buy' | 'sell' | 'quantity' | 'aggressor'> & { readonly level: number },
  ): void {
    const trade: Trade = { seq, at, listing: market.listing, priceCents: priceOfLevel(level), ...rest };
    forget(market.trades, at - keptMs);
    if (market.trades.length >= tradesMost) market.trades.splice(0, tradesMost / 5);
    market.trades.push(trade);
    this.traded.push(trade);
  }
}

const watched = (
  listing: ListingId,
  model: Watched['model'],
  referenceCents: number,
  owners: PersonId[],
): Watched => ({
  listing,
  owners,
  model,
  phase: null,
  until: null,
  closesAt: null,
  referenceCents,
  orders: new Map(),
  byNatural: new Map(),
  depth: [0, 0],
  trades: [],
});

function keep(market: Watched, order: Order): void {
  market.orders.set(order.order, order);
  const own = market.byNatural.get(order.natural);
  if (own === undefined) market.byNatural.set(order.natural, new Map([[order.order, order]]));
  else own.set(order.order, order);
}

function drop(market: Watched, order: Order): void {
  market.orders.delete(order.order);
  const own = market.byNatural.get(order.natural);
  own?.delete(order.order);
  if (own?.size === 0) market.byNatural.delete(order.natural);
}

/** Units that leave the book; an order of which nothing is left goes with them. */
function takeOff(market: Watched, order: Order, units: number): void {
  if (!market.orders.has(order.order)) return;
  const side = order.side as 0 | 1;
  market.depth[side] = Math.max(0, market.depth[side] - Math.min(units, order.left));
  order.left = Math.max(0, order.left - units);
  if (order.left === 0) drop(market, order);
}
