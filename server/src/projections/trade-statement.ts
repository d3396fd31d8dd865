import { orderIdOf, type PersonId } from '@piazza/shared/values';
import { feeOf, noFee, type Fee, type FeeRate } from '../domain/fees/index.ts';
import { EUR } from '../domain/ledger/index.ts';
import { seatOf, type Market } from '../domain/market/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { ordersHeldCents } from './balance.ts';
import { addLine, nextLineId, tell, type Effects } from './effects.ts';
import { statementStream, type StatementEntry } from './statement.ts';

/** A side of a trade that is about to be told: who, and which order of theirs. */
export interface Party {
  readonly seat: number;
  readonly order: number;
}

/** What a seat has, what its orders hold included: cents, and units of the listing. */
interface Balance {
  readonly person: PersonId;
  cash: number;
  units: number;
}

function balanceAfter(state: VenueState, market: Market, seat: number): Balance {
  const { person, cash, units } = seatOf(market, state.ledger, seat);
  return {
    person,
    cash: cash.account.available + ordersHeldCents(state, person),
    units: units.account.available + units.hold.remaining,
  };
}

/**
 * Statement lines of an event's trades, four a trade. The state knows only what all of them together left, so the trades
 * are first counted, which gives where each balance began, and then told one by one.
 */
export class TradeStatement {
  readonly #state: VenueState;
  readonly #market: Market;
  readonly #effects: Effects;
  readonly #at: number;
  readonly #rate: FeeRate | undefined;
  readonly #balances = new Map<number, Balance>();

  constructor(effects: Effects, state: VenueState, market: Market, at: number, rate?: FeeRate) {
    this.#effects = effects;
    this.#state = state;
    this.#market = market;
    this.#at = at;
    this.#rate = rate;
  }

  /** @param cost in cents */
  count(buyer: number, seller: number, cost: number, quantity: number): void {
    const [from, to] = [this.#of(seller), this.#of(buyer)];
    from.cash -= cost - this.#feeOn(cost).totalCents;
    from.units += quantity;
    to.cash += cost;
    to.units -= quantity;
  }

  /** Tells a trade that was counted. @param trade its number in the listing */
  tell(buyer: Party, seller: Party, cost: number, quantity: number, trade: number): void {
    const { listing } = this.#market;
    const [buys, sells] = [this.#of(buyer.seat), this.#of(seller.seat)];
    const bought = { listing, order: orderIdOf(buyer.order), trade: String(trade) };
    const sold = { listing, order: orderIdOf(seller.order), trade: String(trade) };
    buys.cash -= cost;
    buys.units += quantity;
    sells.cash += cost;
    sells.units -= quantity;
    this.#line(buys.person, 'trade_buy', EUR, -cost, buys.cash, bought);
    this.#line(buys.person, 'trade_buy', listing, quantity, buys.units, bought);
    this.#line(sells.person, 'trade_sell', listing, -quantity, sells.units, sold);
    this.#line(sells.person, 'trade_sell', EUR, cost, sells.cash, sold);
    this.#tellFee(sells, this.#feeOn(cost), sold);
  }

  #feeOn(cost: number): Fee {
    return this.#rate === undefined ? noFee : feeOf(cost, this.#rate.bps, this.#rate.vatBps);
  }

  #tellFee(seller: Balance, { netCents, vatCents }: Fee, sold: StatementEntry['subject']): void {
    for (const [kind, amount] of [
      ['fee', netCents],
      ['vat', vatCents],
    ] as const) {
      if (amount === 0) continue;
      seller.cash -= amount;
      this.#line(seller.person, kind, EUR, -amount, seller.cash, sold);
    }
  }

  /** What those who traded must read again. */
  tellTopics(): void {
    for (const { person } of this.#balances.values()) tell(this.#effects, person, 'holdings');
  }

  #of(seat: number): Balance {
    let found = this.#balances.get(seat);
    if (found === undefined) {
      found = balanceAfter(this.#state, this.#market, seat);
      this.#balances.set(seat, found);
    }
    return found;
  }

  #line(
    person: PersonId,
    kind: string,
    asset: string,
    change: number,
    balance: number,
    subject: StatementEntry['subject'],
  ): void {
    const value: StatementEntry = {
      id: nextLineId(this.#effects),
      at: this.#at,
      kind,
      asset,
      change,
      balance,
      subject,
    };
    addLine(this.#effects, statementStream(person), value);
  }
}
