import { dayOf } from '@piazza/shared/calendar';
import type { Millis, PersonId } from '@piazza/shared/values';
import { managerOf, type InsidersView } from '../insiders/index.ts';
import {
  BUY,
  CROSS,
  priceOfLevel,
  TRADE,
  widthOf,
  type MarketMoved,
  type MarketsState,
} from '../market/index.ts';
import type { DutiesState, VenueTrade } from './state.ts';

/** What a manager traded in one record of a market, on one side at one price. */
export interface ManagerMove extends Pick<VenueTrade, 'entry' | 'side' | 'priceCents' | 'quantity'> {
  readonly person: PersonId;
}

interface View extends Pick<InsidersView, 'people'> {
  readonly duties: DutiesState;
  readonly markets: MarketsState;
}

interface Trade {
  readonly buyer: number;
  readonly seller: number;
  readonly priceCents: number;
  readonly quantity: number;
}

function tradesIn({ moves }: MarketMoved): Trade[] {
  const found: Trade[] = [];
  for (let row = 0; row < moves.length; row += widthOf(moves[row] as number)) {
    const kind = moves[row];
    if (kind !== TRADE && kind !== CROSS) continue;
    const [first, second] = [moves[row + 2] as number, moves[row + 5] as number];
    const at = kind === TRADE ? row + 8 : row + 7;
    // Of a trade the maker comes first and the side is the taker's; of an auction's the buyer comes first.
    const takerBuys = kind === TRADE && moves[row + 6] === BUY;
    const [buyer, seller] = takerBuys ? [second, first] : [first, second];
    const priceCents = priceOfLevel(moves[at] as number);
    found.push({ buyer, seller, priceCents, quantity: moves[at + 1] as number });
  }
  return found;
}

/** Entry, side and price. */
export const keyOf = ({
  entry,
  side,
  priceCents,
}: Pick<ManagerMove, 'entry' | 'side' | 'priceCents'>): string => `${entry} ${side} ${priceCents}`;

/** What managers of the issue traded in the record, each side and price once. */
export function managersIn(view: View, event: MarketMoved): readonly ManagerMove[] {
  const { listing, at } = event;
  if (!view.duties.insiders.withManagers.has(listing)) return [];
  const owners = view.markets.markets.get(listing)?.owners ?? [];
  const entries = new Map<number, number | undefined>();
  const entryOf = (seat: number): number | undefined => {
    if (!entries.has(seat)) entries.set(seat, managerOf(view, listing, owners[seat] as string, at)?.entry);
    return entries.get(seat);
  };
  const found = new Map<string, ManagerMove>();
  const add = (seat: number, side: 'buy' | 'sell', { priceCents, quantity }: Trade): void => {
    const entry = entryOf(seat);
    if (entry === undefined) return;
    const person = owners[seat] as PersonId;
    const key = keyOf({ entry, side, priceCents });
    const known = found.get(key)?.quantity ?? 0;
    found.set(key, { entry, person, side, priceCents, quantity: known + quantity });
  };
  for (const trade of tradesIn(event)) {
    add(trade.buyer, 'buy', trade);
    add(trade.seller, 'sell', trade);
  }
  return [...found.values()];
}

/** Another trade after it begins a line of its own, so that the lines stand in the order in which the year's sum grew. */
function note(venueTrades: VenueTrade[], { person: _person, ...move }: ManagerMove, at: Millis): void {
  const day = dayOf(at);
  const last = venueTrades.findLast(({ entry }) => entry === move.entry);
  if (last?.day === day && last.declared === null && keyOf(last) === keyOf(move))
    last.quantity += move.quantity;
  else venueTrades.push({ ...move, number: venueTrades.length + 1, day, at, declared: null });
}

/**
 * Keeps what managers traded in the record. A fold like that of the market itself, so that no trade is missed and none
 * counted twice, whenever the venue ends; issues without a manager cost one look into a table.
 */
export function noteManagers(view: View, event: MarketMoved): void {
  const issue = view.duties.issues.get(event.listing);
  if (issue === undefined) return;
  for (const move of managersIn(view, event)) note(issue.venueTrades, move, event.at);
}
