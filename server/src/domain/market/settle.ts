import type { Millis } from '@piazza/shared/values';
import { Impossible } from '../core/index.ts';
import { feeOf, type FeeRate } from '../fees/index.ts';
import { account, bind, free, pay, spend, spendHeld, type LedgerState } from '../ledger/index.ts';
import { transferUnits, type RegisterState } from '../register/index.ts';
import { countTrade } from './figures.ts';
import { CANCEL, CROSS, DROP, REDUCE, REST, TRADE, widthOf, type Moves } from './moves.ts';
import { BUY } from './order-kinds.ts';
import { priceOfLevel } from './prices.ts';
import { seatOf, type Seat } from './seats.ts';
import type { Market, MarketsState } from './state.ts';

/** The parts of the venue a market settles in. */
export interface MarketBooks {
  readonly markets: MarketsState;
  readonly ledger: LedgerState;
  readonly register: RegisterState;
}

function slotOf(market: Market, order: number): number {
  const slot = market.book.find(order);
  if (slot === -1) throw new Impossible(`order ${order} does not rest in ${market.listing}`);
  return slot;
}

/** Holds what an order at rest may come to cost: euro at its limit, or the units it sells. */
function hold(
  market: Market,
  ledger: LedgerState,
  owner: number,
  side: number,
  level: number,
  quantity: number,
): void {
  const seat = seatOf(market, ledger, owner);
  if (side === BUY) bind(seat.cash, priceOfLevel(level) * quantity);
  else bind(seat.units, quantity);
}

function unhold(market: Market, ledger: LedgerState, slot: number, quantity: number): void {
  const { book } = market;
  const seat = seatOf(market, ledger, book.ownerAt(slot));
  if (book.sideAt(slot) === BUY) free(seat.cash, priceOfLevel(book.levelAt(slot)) * quantity);
  else free(seat.units, quantity);
}

/** The venue's fee on a trade, from what its seller has just been paid. */
function charge(ledger: LedgerState, seller: Seat, cost: number, fee: FeeRate): void {
  const { netCents, vatCents } = feeOf(cost, fee.bps, fee.vatBps);
  pay(ledger, seller.cash, account.fees, netCents);
  if (vatCents > 0) pay(ledger, seller.cash, account.vat, vatCents);
}

/** Delivery versus payment of a trade with an order that rested. The maker trades at its own limit, so its hold is exact. */
function trade(
  books: MarketBooks,
  market: Market,
  at: Millis,
  moves: Moves,
  row: number,
  fee: FeeRate | undefined,
): void {
  const { ledger, register } = books;
  const { book } = market;
  const slot = slotOf(market, moves[row + 1] as number);
  const takerSeat = moves[row + 5] as number;
  const level = moves[row + 8] as number;
  const quantity = moves[row + 9] as number;
  const price = priceOfLevel(level);
  const cost = price * quantity;
  const maker = seatOf(market, ledger, book.ownerAt(slot));
  const taker = seatOf(market, ledger, takerSeat);
  if (book.sideAt(slot) === BUY) {
    spendHeld(maker.cash, taker.cash, cost);
    spend(taker.units, maker.units, quantity);
    transferUnits(register, market.listing, taker.person, maker.person, quantity, cost, at);
  } else {
    spend(taker.cash, maker.cash, cost);
    spendHeld(maker.units, taker.units, quantity);
    transferUnits(register, market.listing, maker.person, taker.person, quantity, cost, at);
  }
  if (fee !== undefined) charge(ledger, book.sideAt(slot) === BUY ? taker : maker, cost, fee);
  book.reduce(slot, quantity);
  countTrade(market, price, quantity, at);
}

/** Delivery versus payment of an auction's trade: what the buyer held above the price comes back. */
function cross(
  books: MarketBooks,
  market: Market,
  at: Millis,
  moves: Moves,
  row: number,
  fee: FeeRate | undefined,
): void {
  const { ledger, register } = books;
  const { book } = market;
  const buy = slotOf(market, moves[row + 1] as number);
  const sell = slotOf(market, moves[row + 4] as number);
  const price = priceOfLevel(moves[row + 7] as number);
  const quantity = moves[row + 8] as number;
  const cost = price * quantity;
  const buyer = seatOf(market, ledger, book.ownerAt(buy));
  const seller = seatOf(market, ledger, book.ownerAt(sell));
  const spared = (priceOfLevel(book.levelAt(buy)) - price) * quantity;
  if (spared > 0) free(buyer.cash, spared);
  spendHeld(buyer.cash, seller.cash, cost);
  spendHeld(seller.units, buyer.units, quantity);
  transferUnits(register, market.listing, seller.person, buyer.person, quantity, cost, at);
  if (fee !== undefined) charge(ledger, seller, cost, fee);
  book.reduce(buy, quantity);
  book.reduce(sell, quantity);
  countTrade(market, price, quantity, at);
}

function rest(market: Market, ledger: LedgerState, at: Millis, moves: Moves, row: number): void {
  const order = moves[row + 1] as number;
  const owner = moves[row + 2] as number;
  const side = moves[row + 3] as number;
  const level = moves[row + 4] as number;
  const remaining = moves[row + 5] as number;
  hold(market, ledger, owner, side, level, remaining);
  market.book.rest(
    order,
    owner,
    side,
    level,
    remaining,
    moves[row + 6] as number,
    moves[row + 7] as number,
    at,
  );
}

function cancel(market: Market, ledger: LedgerState, order: number): void {
  const slot = slotOf(market, order);
  unhold(market, ledger, slot, market.book.remainingAt(slot));
  market.book.remove(slot);
}

function reduce(market: Market, ledger: LedgerState, order: number, by: number): void {
  const slot = slotOf(market, order);
  unhold(market, ledger, slot, by);
  market.book.shrink(slot, by);
}

/**
 * Does what was decided: changes book, ledger, register and figures together, row by row.
 * @throws Impossible when a row does not fit the state: a bug, and the end of the process
 */
export function settleMoves(
  books: MarketBooks,
  market: Market,
  at: Millis,
  moves: Moves,
  fee?: FeeRate,
): void {
  /** Where the level of the last trade stands. */
  let traded = -1;
  for (let row = 0; row < moves.length; row += widthOf(moves[row] as number)) {
    switch (moves[row] as number) {
      case TRADE:
        trade(books, market, at, moves, row, fee);
        market.trades += 1;
        traded = row + 8;
        break;
      case REST:
        rest(market, books.ledger, at, moves, row);
        break;
      case CANCEL:
        cancel(market, books.ledger, moves[row + 1] as number);
        break;
      case REDUCE:
        reduce(market, books.ledger, moves[row + 1] as number, moves[row + 6] as number);
        break;
      case CROSS:
        cross(books, market, at, moves, row, fee);
        market.trades += 1;
        traded = row + 7;
        if (market.uncross !== null) market.uncross.trades += 1;
        break;
      case DROP:
        // Nothing of it ever rested: it is told to its owner and changes nothing here.
        break;
    }
  }
  if (traded !== -1) market.last = { priceCents: priceOfLevel(moves[traded] as number), at };
}
