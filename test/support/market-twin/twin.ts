import type { ListingId, PersonId } from '@piazza/shared/values';
import type {
  BlockTarget,
  CancelReason,
  MarketCommand,
  MarketMoved,
  OpenMarket,
} from '../../../server/src/domain/market/index.ts';
import type { VenueEvent } from '../../../server/src/domain/venue/index.ts';
import type { JournalRecord } from '../../../server/src/kernel/record.ts';
import { linesOf } from './effects.ts';
import { effectFaults, outcomeFaults, type Expected, type Numbers } from './faults.ts';
import { TwinMarket } from './market.ts';
import { TwinMoney } from './money.ts';
import type { Arrival, TwinOrder } from './orders.ts';
import { Phases } from './phases.ts';
import { actFault, placeFault, replaceFault, type Surroundings } from './rules.ts';

const notAllowed = { code: 'not_allowed' } as const;

type Of<K extends MarketCommand['kind']> = Extract<MarketCommand, { kind: K }>;

/**
 * An independent model of all markets of a venue. It reads the journal record by record: what people and timers wish it
 * plays by itself, on plain arrays, and what the venue made of it must be the same. Of the primary market it believes
 * the postings.
 */
export class MarketTwin {
  readonly markets = new Map<ListingId, TwinMarket>();
  readonly money = new TwinMoney();
  readonly blockedAccounts = new Set<PersonId>();
  readonly #barred = new Set<string>();
  venueBlocked = false;
  readonly #phases = new Phases();
  /** Rows of the record under way, by market. */
  #lines = new Map<ListingId, string[]>();

  /** Plays a record. Returns what differs from what the twin would have done. */
  take(record: JournalRecord): string[] {
    this.#lines = new Map();
    this.#phases.begin(record);
    this.money.now = record.at;
    const faults: string[] = [];
    if (record.timer === undefined)
      for (const { listing, leaving } of this.markets.values())
        if (leaving.length > 0) faults.push(`${leaving.length} orders were to leave ${listing} before`);
    const expected = this.#mayNot(record) ? notAllowed : this.#play(record);
    if (expected !== null) faults.push(...outcomeFaults(expected, record));
    faults.push(...effectFaults(record.events, this.markets, this.#lines), ...this.#phases.faults(record));
    for (const event of record.events) this.money.note(event);
    return faults.map((what) => `record ${record.seq} (${record.command.kind} of ${record.actor}): ${what}`);
  }

  /** Lines written for a market in this record. */
  #of(market: TwinMarket): string[] {
    const lines = this.#lines.get(market.listing) ?? [];
    this.#lines.set(market.listing, lines);
    return lines;
  }

  /** Whoever lost the role of investor gives no order, and cancels whatever is left. Of others' rights it believes the venue. */
  #mayNot({ command: { kind }, actor, outcome }: JournalRecord): boolean {
    if (kind === 'orders.cancel' || kind === 'orders.cancelAll') return false;
    if (this.#barred.has(actor) && kind.startsWith('orders.')) return true;
    return 'rejection' in outcome && outcome.rejection.code === 'not_allowed';
  }

  #setInvestor(person: PersonId, granted: boolean): null {
    this.#barred[granted ? 'delete' : 'add'](person);
    if (!granted) this.#withdraw(person, 'owner_barred', null);
    return null;
  }

  #play(record: JournalRecord): Expected {
    const { command, actor, at, seq } = record;
    const person = actor as PersonId;
    switch (command.kind) {
      case 'orders.place':
        return this.#place(command, person, at, seq);
      case 'orders.amend':
        return this.#amend(command, person, at);
      case 'orders.cancel':
        return this.#cancel(command, person);
      case 'orders.cancelAll':
        if (command.listing !== null && !this.markets.has(command.listing)) return { code: 'not_found' };
        return { result: this.#withdraw(person, 'owner', command.listing) };
      case 'orders.cancelAllAfter':
        return { result: { dueAt: command.afterMs === 0 ? 0 : at + command.afterMs } };
      case 'people.setRole':
        return command.role === 'investor' ? this.#setInvestor(command.person, command.granted) : null;
      case 'orders.deadMan':
        return { result: this.#withdraw(command.person, 'dead_man', null) };
      case 'desk.blockTrading':
        return this.#block(command);
      case 'desk.cancelOrders':
        return { result: { cancelled: this.#empty(command.target), kept: 0 } };
      case 'markets.act':
        return this.#act(command, at);
      case 'markets.open':
        return this.#open(command, record.events);
      case 'markets.configure':
        return this.#configure(command, record);
      case 'markets.advance':
        return this.#advance(command.listing, at);
      case 'markets.sweep':
        return this.#sweep(command.listing, record.events);
      case 'approvals.approve':
        return this.#terms(record);
      default:
        return null;
    }
  }

  #world(market: TwinMarket, person: PersonId, at: number, without?: TwinOrder): Surroundings {
    let cents = this.money.unpromised(person);
    for (const { orders } of this.markets.values())
      for (const one of orders)
        if (one.owner === person && one.side === 'buy' && one !== without) cents -= one.price * one.remaining;
    let units = this.money.units(market.listing, person);
    for (const one of market.orders)
      if (one.owner === person && one.side === 'sell' && one !== without) units -= one.remaining;
    const accountBlocked = this.blockedAccounts.has(person);
    return { venueBlocked: this.venueBlocked, accountBlocked, cents, units, at };
  }

  #place(order: Of<'orders.place'>, owner: PersonId, at: number, id: number): Expected {
    const market = this.markets.get(order.listing);
    if (market === undefined) return { code: 'not_found' };
    const { side, priceCents: price, quantity, timeInForce: time, lastDay, selfMatch, type } = order;
    const immediate = type === 'market' || time === 'ioc' || time === 'fok';
    const limits = { side, price, remaining: quantity, quantity, time, lastDay };
    const arrival: Arrival = { id, owner, ...limits, at, selfMatch, immediate };
    const code = placeFault(market, order, arrival, this.#world(market, owner, at));
    if (code !== null) return { code };
    if (!market.owners.includes(owner)) market.owners.push(owner);
    return this.#enters(market, arrival);
  }

  #enters(market: TwinMarket, arrival: Arrival): Expected {
    const { filled, resting, dropped, interrupted } = market.enter(arrival, this.#of(market));
    if (interrupted) this.#phases.interrupt(market);
    if (interrupted && resting === 0) market.interrupters.push(arrival.owner);
    return { result: { order: arrival.id, filled, resting, cancelled: dropped } };
  }

  #own(id: number, person: PersonId): readonly [TwinMarket, TwinOrder] | null {
    for (const market of this.markets.values()) {
      const order = market.find(id);
      if (order !== undefined) return order.owner === person ? [market, order] : null;
    }
    return null;
  }

  #amend({ order: id, priceCents, quantity }: Of<'orders.amend'>, person: PersonId, at: number): Expected {
    const own = this.#own(id, person);
    if (own === null) return { code: 'not_found' };
    const [market, order] = own;
    if (market.frozen) return { code: 'phase_forbids' };
    const price = priceCents === 0 ? order.price : priceCents;
    const total = quantity === 0 ? order.quantity : quantity;
    const remaining = total - (order.quantity - order.remaining);
    if (remaining <= 0 || (remaining === order.remaining && price === order.price))
      return { code: 'nothing_to_change' };
    if (price === order.price && remaining < order.remaining) {
      const by = order.remaining - remaining;
      Object.assign(order, { remaining, quantity: total });
      this.#of(market).push(`${id} keeps ${remaining}, less ${by}`);
      return { result: { order: id, filled: 0, resting: remaining, cancelled: by } };
    }
    const rule = { selfMatch: 'cancel_newest', immediate: false } as const;
    const arrival: Arrival = { ...order, price, remaining, quantity: total, at, ...rule };
    const code = replaceFault(market, arrival, this.#world(market, person, at, order));
    if (code !== null) return { code };
    market.leave(order, 'amended', this.#of(market));
    return this.#enters(market, arrival);
  }

  #cancel({ order: id }: Of<'orders.cancel'>, person: PersonId): Expected {
    const own = this.#own(id, person);
    if (own === null) return { code: 'not_found' };
    const [market, order] = own;
    if (market.frozen) return { code: 'phase_forbids' };
    market.leave(order, 'owner', this.#of(market));
    return { result: { order: id, cancelled: order.remaining } };
  }

  #withdraw(person: PersonId, reason: CancelReason, only: ListingId | null): Numbers {
    let [cancelled, kept] = [0, 0];
    for (const market of this.markets.values()) {
      if (only !== null && market.listing !== only) continue;
      const own = market.of(person);
      if (market.frozen && (reason === 'owner' || reason === 'dead_man')) kept += own.length;
      else {
        for (const order of own) market.leave(order, reason, this.#of(market));
        cancelled += own.length;
      }
    }
    return { cancelled, kept };
  }

  #empty(target: BlockTarget): number {
    if (target.scope === 'account') return this.#withdraw(target.person, 'operator', null)['cancelled']!;
    let cancelled = 0;
    for (const market of this.markets.values()) {
      if (target.scope === 'listing' && market.listing !== target.listing) continue;
      cancelled += market.orders.length;
      market.sweep('operator', () => true);
    }
    return cancelled;
  }

  #block({ target, blocked, cancelOrders }: Of<'desk.blockTrading'>): Expected {
    const market = target.scope === 'listing' ? this.markets.get(target.listing) : undefined;
    if (target.scope === 'listing' && market === undefined) return { code: 'not_found' };
    const before =
      target.scope === 'venue'
        ? this.venueBlocked
        : target.scope === 'account'
          ? this.blockedAccounts.has(target.person)
          : market?.blocked === true;
    if (before === blocked) return { code: 'nothing_to_change' };
    if (target.scope === 'venue') this.venueBlocked = blocked;
    if (market !== undefined) market.blocked = blocked;
    if (target.scope === 'account' && blocked) this.blockedAccounts.add(target.person);
    if (target.scope === 'account' && !blocked) this.blockedAccounts.delete(target.person);
    const empties = blocked && (cancelOrders || target.scope === 'account');
    return { result: { cancelled: empties ? this.#empty(target) : 0 } };
  }

  #act({ listing, act }: Of<'markets.act'>, at: number): Expected {
    const market = this.markets.get(listing);
    if (market === undefined) return { code: 'not_found' };
    const code = actFault(market, act, this.venueBlocked);
    if (code !== null) return { code };
    this.#phases.act(market, act, at);
    return { result: {} };
  }

  /** What two operators agreed for a call: that they may, the twin believes; what comes of it, it plays. */
  #terms({ events, at }: JournalRecord): Expected {
    const set = events.find((event) => event.kind === 'market.terms_set');
    if (set === undefined) return null;
    const market = this.markets.get(set.listing)!;
    const resumes = market.phase === 'halted';
    const code = resumes ? actFault(market, 'resume', this.venueBlocked) : null;
    if (code !== null) return { code };
    if (!['closed', 'pre_open', 'halted'].includes(market.phase)) return { code: 'phase_forbids' };
    if (resumes) this.#phases.act(market, 'resume', at);
    market.terms = set.terms && { reference: set.terms.referenceCents, collarBps: set.terms.collarBps };
    return { result: {} };
  }

  #open({ listing, model, calendar }: OpenMarket, events: readonly VenueEvent[]): Expected {
    const opened = events.find((event) => event.kind === 'market.opened');
    if (opened === undefined) return null;
    const market = new TwinMarket(listing, model, calendar, opened.issuePriceCents, this.money);
    this.markets.set(listing, market);
    this.#phases.open(market);
    return { result: {} };
  }

  /** What is refused for its calendar or its listing the twin does not know. */
  #configure({ listing, model, calendar }: OpenMarket, { outcome }: JournalRecord): Expected {
    const market = this.markets.get(listing);
    if (market === undefined) return { code: 'not_found' };
    if (market.phase !== 'closed') return { code: 'phase_forbids' };
    if ('rejection' in outcome) return null;
    Object.assign(market, { model, calendar });
    this.#phases.open(market);
    if (model === 'bulletin') market.sweep('operator', () => true);
    return { result: {} };
  }

  #advance(listing: ListingId, at: number): Expected {
    const market = this.markets.get(listing)!;
    this.#phases.advance(market, at, this.venueBlocked || market.blocked, this.#of(market));
    return { result: {} };
  }

  /** A sweep takes the next of those that are to leave; only how many at once is up to the venue. */
  #sweep(listing: ListingId, events: readonly VenueEvent[]): Expected {
    const market = this.markets.get(listing)!;
    const moved = events.filter((event): event is MarketMoved => event.kind === 'market.moved');
    const count = moved.reduce((sum, event) => sum + linesOf(event, market.owners).length, 0);
    for (const { order, reason } of market.leaving.splice(0, count))
      market.leave(order, reason, this.#of(market));
    return { result: {} };
  }
}
