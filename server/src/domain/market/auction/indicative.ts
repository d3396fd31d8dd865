import { clearing, type AuctionLevel, type Clearing } from '@piazza/shared/auction';
import type { PriceCents } from '@piazza/shared/values';
import type { Book } from '../book/index.ts';
import { priceOfLevel } from '../prices.ts';

function levelsOf(book: Book, side: 0 | 1): AuctionLevel[] {
  const found: AuctionLevel[] = [];
  for (let level = book.best(side); level !== 0; level = book.next(side, level))
    found.push([priceOfLevel(level), book.levelQuantity(side, level)]);
  return found;
}

/** What the book would trade if its call ended now; null when nothing would. `reference` in cents, null without one. */
export function indicative(
  book: Book,
  reference: PriceCents | null,
): (Clearing & { readonly price: PriceCents }) | null {
  const found = clearing(levelsOf(book, 0), levelsOf(book, 1), reference);
  return found === null ? null : { ...found, price: found.price as PriceCents };
}
