import type { PersonId } from '@piazza/shared/values';
import {
  CANCEL,
  DROP,
  priceOfLevel,
  REDUCE,
  REST,
  sideCode,
  sideOf,
  TRADE,
  widthOf,
  type CancelReason,
  type Market,
  type Moves,
} from '../domain/market/index.ts';
import type { JournalRecord } from '../kernel/record.ts';
import { addLine, tellOrder, type Effects } from './effects.ts';
import { ordersStream, type OrderLine } from './streams.ts';
import type { Party } from './trade-statement.ts';

/** The order that a record placed or amended, as it stood before it met any other. */
export interface OwnOrder extends Party {
  readonly kind: 'placed' | 'amended';
  readonly side: number;
  readonly priceCents: number;
  /** Units it wants from here on. */
  readonly quantity: number;
}

/** Units that an order which was taken out and put back wants: what it trades, rests and drops. */
function wantedIn(moves: Moves): number {
  let sum = 0;
  for (let row = 0; row < moves.length; row += widthOf(moves[row] as number)) {
    if (moves[row] === TRADE) sum += moves[row + 9] as number;
    else if (moves[row] === REST || moves[row] === DROP) sum += moves[row + 5] as number;
  }
  return sum;
}

/** The order that the record is about, where it is about one. */
export function headOf(
  market: Market,
  moves: Moves,
  { command, seq, actor }: JournalRecord,
): OwnOrder | null {
  if (command.kind === 'orders.place') {
    const seat = market.seats.get(actor as PersonId) as number;
    const { priceCents, quantity } = command;
    return { kind: 'placed', order: seq, seat, side: sideCode(command.side), priceCents, quantity };
  }
  if (command.kind !== 'orders.amend') return null;
  const [kind, order, seat, side, level] = [
    moves[0] as number,
    moves[1] as number,
    moves[2] as number,
    moves[3] as number,
    moves[4] as number,
  ];
  if (kind !== CANCEL && kind !== REDUCE) return null;
  const priceCents = command.priceCents === 0 ? priceOfLevel(level) : command.priceCents;
  const quantity = kind === REDUCE ? (moves[5] as number) : wantedIn(moves);
  return { kind: 'amended', order, seat, side, priceCents, quantity };
}

/** Writes what happens to orders into the private streams of their owners. */
export class OrderLines {
  readonly #effects: Effects;
  readonly #market: Market;
  readonly #at: number;

  constructor(effects: Effects, market: Market, at: number) {
    this.#effects = effects;
    this.#market = market;
    this.#at = at;
  }

  begun({ kind, side, priceCents, quantity, ...party }: OwnOrder): void {
    this.#line(party, side, kind, priceCents, quantity, quantity, null, null);
  }

  /** What traded only in part at once rests now with what is left. */
  rested(party: Party, side: number, priceCents: number, left: number): void {
    this.#line(party, side, 'rested', priceCents, left, left, null, null);
  }

  traded(
    party: Party,
    side: number,
    priceCents: number,
    quantity: number,
    left: number,
    trade: number,
  ): void {
    this.#line(party, side, 'traded', priceCents, quantity, left, trade, null);
  }

  cancelled(party: Party, side: number, priceCents: number, quantity: number, reason: CancelReason): void {
    this.#line(party, side, 'cancelled', priceCents, quantity, 0, null, reason);
  }

  #line(
    { seat, order }: Party,
    side: number,
    kind: OrderLine['kind'],
    priceCents: number,
    quantity: number,
    remaining: number,
    trade: number | null,
    reason: CancelReason | null,
  ): void {
    const person = this.#market.owners[seat] as PersonId;
    const value: OrderLine = {
      at: this.#at,
      order,
      listing: this.#market.listing,
      side: sideOf(side),
      kind,
      priceCents,
      quantity,
      remaining,
      trade,
      reason,
    };
    addLine(this.#effects, ordersStream(person), value);
    tellOrder(this.#effects, person);
  }
}
