import {
  BUY,
  CANCEL,
  CROSS,
  DROP,
  priceOfLevel,
  reasonOf,
  REDUCE,
  REST,
  SELL,
  TRADE,
  widthOf,
  type Market,
  type MarketMoved,
  type Moves,
} from '../domain/market/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { JournalRecord } from '../kernel/record.ts';
import { finishCandles } from './candles.ts';
import { addLine, levelKey, marketEffects, tell, type Effects, type MarketEffects } from './effects.ts';
import { MoveNotices } from './market-notices.ts';
import { headOf, OrderLines, type OwnOrder } from './order-lines.ts';
import { tellTrade } from './market-topics.ts';
import { notify } from './notices.ts';
import { managerNotices } from './notices-duties.ts';
import { tradesStream } from './streams.ts';
import { TradeStatement } from './trade-statement.ts';

/** Everything that is made of one event's rows. */
interface Telling {
  readonly effects: Effects;
  readonly market: Market;
  readonly moves: Moves;
  readonly at: number;
  readonly into: MarketEffects;
  readonly orders: OrderLines;
  readonly notices: MoveNotices;
  readonly statement: TradeStatement | null;
  /** The order that the record itself placed or amended. */
  readonly own: OwnOrder | null;
  /** Number of the newest trade told. */
  trade: number;
}

function touch({ into, market }: Telling, side: number, level: number): void {
  into.levels.push(levelKey(side, level), market.book.levelQuantity(side, level));
}

/** Trades come first in an event, behind nothing but the order that makes room for its own amendment. */
function trades(moves: Moves): boolean {
  const first = moves[0] === CANCEL ? widthOf(CANCEL) : 0;
  return moves[first] === TRADE || moves[first] === CROSS;
}

/** Counts the trades, and what each of them will have changed. */
function countTrades(moves: Moves, statement: TradeStatement): number {
  let count = 0;
  for (let row = 0; row < moves.length; row += widthOf(moves[row] as number)) {
    const kind = moves[row];
    if (kind !== TRADE && kind !== CROSS) continue;
    count += 1;
    const [first, second] = [moves[row + 2] as number, moves[row + 5] as number];
    const at = kind === TRADE ? row + 8 : row + 7;
    const quantity = moves[at + 1] as number;
    const cost = priceOfLevel(moves[at] as number) * quantity;
    const makerBuys = kind === CROSS || moves[row + 6] === SELL;
    statement.count(makerBuys ? first : second, makerBuys ? second : first, cost, quantity);
  }
  return count;
}

function tape(
  telling: Telling,
  priceCents: number,
  quantity: number,
  aggressor: 'buy' | 'sell' | 'auction',
): number {
  telling.trade += 1;
  const value = { number: telling.trade, at: telling.at, priceCents, quantity, aggressor };
  telling.into.trades.push(value);
  addLine(telling.effects, tradesStream(telling.market.listing), value);
  return telling.trade;
}

function tellContinuous(telling: Telling, row: number): void {
  const { moves, orders, statement, notices } = telling;
  const maker = { order: moves[row + 1] as number, seat: moves[row + 2] as number };
  const taker = { order: moves[row + 4] as number, seat: moves[row + 5] as number };
  const [makerLeft, side, takerLeft] = [
    moves[row + 3] as number,
    moves[row + 6] as number,
    moves[row + 7] as number,
  ];
  const [level, quantity] = [moves[row + 8] as number, moves[row + 9] as number];
  const price = priceOfLevel(level);
  touch(telling, 1 - side, level);
  const trade = tape(telling, price, quantity, side === BUY ? 'buy' : 'sell');
  orders.traded(taker, side, price, quantity, takerLeft, trade);
  orders.traded(maker, 1 - side, price, quantity, makerLeft, trade);
  const [buyer, seller] = side === BUY ? [taker, maker] : [maker, taker];
  statement?.tell(buyer, seller, price * quantity, quantity, trade);
  if (makerLeft === 0) notices.filled(maker, 1 - side);
}

function tellCross(telling: Telling, row: number): void {
  const { moves, orders, statement, notices } = telling;
  const buyer = { order: moves[row + 1] as number, seat: moves[row + 2] as number };
  const seller = { order: moves[row + 4] as number, seat: moves[row + 5] as number };
  const [buyLeft, sellLeft] = [moves[row + 3] as number, moves[row + 6] as number];
  const [price, quantity] = [priceOfLevel(moves[row + 7] as number), moves[row + 8] as number];
  const trade = tape(telling, price, quantity, 'auction');
  orders.traded(buyer, BUY, price, quantity, buyLeft, trade);
  orders.traded(seller, SELL, price, quantity, sellLeft, trade);
  statement?.tell(buyer, seller, price * quantity, quantity, trade);
  if (buyLeft === 0) notices.filled(buyer, BUY);
  if (sellLeft === 0) notices.filled(seller, SELL);
}

/** An auction's rows do not name the levels its orders stood at: whatever its price reaches may have changed. */
function touchReached(telling: Telling, price: number): void {
  for (let level = price; level <= telling.market.book.levels; level += 1) touch(telling, BUY, level);
  for (let level = price; level >= 1; level -= 1) touch(telling, SELL, level);
}

function tellCancel(telling: Telling, row: number): void {
  const { moves, orders, notices, own } = telling;
  const party = { order: moves[row + 1] as number, seat: moves[row + 2] as number };
  const [side, level, left] = [moves[row + 3] as number, moves[row + 4] as number, moves[row + 5] as number];
  const reason = reasonOf(moves[row + 6] as number);
  touch(telling, side, level);
  // It makes room for what it becomes, which was told first.
  if (party.order === own?.order && reason === 'amended') return;
  orders.cancelled(party, side, priceOfLevel(level), left, reason);
  notices.cancelled(party.seat, reason);
}

function tellRow(telling: Telling, row: number): void {
  const { moves, orders, own } = telling;
  const [order, seat, side, level] = [
    moves[row + 1] as number,
    moves[row + 2] as number,
    moves[row + 3] as number,
    moves[row + 4] as number,
  ];
  switch (moves[row] as number) {
    case TRADE:
      return tellContinuous(telling, row);
    case CROSS:
      return tellCross(telling, row);
    case CANCEL:
      return tellCancel(telling, row);
    case REST: {
      const left = moves[row + 5] as number;
      touch(telling, side, level);
      if (own === null || left < own.quantity)
        orders.rested({ order, seat }, side, priceOfLevel(level), left);
      return;
    }
    case REDUCE:
      return touch(telling, side, level);
    case DROP:
      orders.cancelled(
        { order, seat },
        side,
        priceOfLevel(level),
        moves[row + 5] as number,
        reasonOf(moves[row + 6] as number),
      );
  }
}

/** Managers of the issue who traded are told that they declare it. */
function tellManagers(effects: Effects, state: VenueState, event: MarketMoved): void {
  for (const [person, kind, subject] of managerNotices(state, event)) {
    notify(effects, person, event.at, kind, subject);
    tell(effects, person, `duties:${event.listing}`);
  }
}

/** What the moves of a market mean: levels, tape, candles, statements, the owners' own streams. */
export function projectMoves(
  effects: Effects,
  state: VenueState,
  event: MarketMoved,
  record: JournalRecord,
): void {
  const market = state.markets.markets.get(event.listing);
  if (market === undefined) return;
  const { moves, at } = event;
  const statement = trades(moves) ? new TradeStatement(effects, state, market, at, event.fee) : null;
  const count = statement === null ? 0 : countTrades(moves, statement);
  const own = headOf(market, moves, record);
  const telling: Telling = {
    effects,
    market,
    moves,
    at,
    into: marketEffects(effects, market.listing),
    orders: new OrderLines(effects, market, at),
    notices: new MoveNotices(effects, market, at),
    statement,
    own,
    trade: market.trades - count,
  };
  if (own !== null) telling.orders.begun(own);
  for (let row = 0; row < moves.length; row += widthOf(moves[row] as number)) tellRow(telling, row);
  telling.notices.tellCancelled();
  if (statement === null) return;
  if (moves[0] === CROSS) touchReached(telling, moves[7] as number);
  finishCandles(effects, market);
  statement.tellTopics();
  if (state.duties.insiders.withManagers.has(market.listing)) tellManagers(effects, state, event);
  tellTrade(effects, state, market.listing);
}
