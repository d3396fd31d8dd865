import { BUY } from './order-kinds.ts';
import { priceOfLevel } from './prices.ts';
import type { MarketBooks } from './settle.ts';
import { seatOf } from './seats.ts';
import type { Market } from './state.ts';

function holdViolations(books: MarketBooks, market: Market): string[] {
  const cash: number[] = market.owners.map(() => 0);
  const units: number[] = market.owners.map(() => 0);
  for (const { owner, side, level, remaining } of market.book.orders()) {
    const sums = side === BUY ? cash : units;
    sums[owner] = (sums[owner] ?? 0) + (side === BUY ? priceOfLevel(level) * remaining : remaining);
  }
  return market.owners.flatMap((person, number) => {
    const seat = seatOf(market, books.ledger, number);
    const [bound, kept] = [seat.cash.hold.remaining, seat.units.hold.remaining];
    if (bound === cash[number] && kept === units[number]) return [];
    return [
      `${person} in ${market.listing} holds ${bound} and ${kept}, its orders need ${cash[number]} and ${units[number]}`,
    ];
  });
}

/** A book that trades continuously may not be crossed. */
function crossViolations({ phase, listing, book }: Market): string[] {
  const [bid, ask] = [book.best(0), book.best(1)];
  return phase === 'continuous' && bid !== 0 && ask !== 0 && bid >= ask
    ? [`the book of ${listing} is crossed`]
    : [];
}

/** Terms of one call are over with it. */
const termViolations = ({ phase, listing, terms }: Market): string[] =>
  phase === 'continuous' && terms !== null ? [`${listing} trades continuously by the terms of a call`] : [];

/** What must hold in every market and does not. Walks every book. */
export const marketViolations = (books: MarketBooks): string[] =>
  [...books.markets.markets.values()].flatMap((market) => [
    ...holdViolations(books, market),
    ...crossViolations(market),
    ...termViolations(market),
  ]);
