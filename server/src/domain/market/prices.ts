import { tickCents, type PriceCents } from '@piazza/shared/values';
import { Impossible } from '../core/index.ts';

const FIRST = 100;
const LAST = 99_999;

function admitted(): Int32Array {
  const prices: number[] = [0];
  for (let price = FIRST; price <= LAST; price += tickCents(price) ?? LAST) prices.push(price);
  return Int32Array.from(prices);
}

function inverse(table: Int32Array): Int32Array {
  const found = new Int32Array(LAST + 1);
  table.forEach((price, level) => (found[price] = level));
  return found;
}

/** Index is the level; level 0 stands for "none". */
const priceByLevel = admitted();
const levelByPrice = inverse(priceByLevel);

/** How many admitted prices there are: the ladder of every book has the levels 1 … `levels`, level 1 is €1. */
export const levels = priceByLevel.length - 1;

/** The price of a level in cents. @throws Impossible outside of 1 … `levels`. */
export function priceOfLevel(level: number): PriceCents {
  const price = priceByLevel[level];
  if (price === undefined || price === 0) throw new Impossible(`there is no price level ${level}`);
  return price as PriceCents;
}

/** The level of a price in cents; 0 where no price is admitted or it is off its tick. */
export const levelOr0 = (price: number): number => levelByPrice[price] ?? 0;

/** The level of a price in cents. @throws Impossible for a price that is not admitted or off its tick: those are refused before. */
export function levelOfPrice(price: number): number {
  const level = levelByPrice[price];
  if (level === undefined || level === 0) throw new Impossible(`${price} cents is no admitted price`);
  return level;
}

/** Index is a price in cents; the highest level that is not above it, 1 below the first price. */
const floorByPrice = ((): Int32Array => {
  const found = new Int32Array(LAST + 1).fill(1);
  for (let price = FIRST, level = 1; price <= LAST; price += 1) {
    if (priceByLevel[level + 1] === price) level += 1;
    found[price] = level;
  }
  return found;
})();

/** The dearest level not above this many cents; the first where none is. */
export const levelAtOrBelow = (cents: number): number =>
  cents > LAST ? levels : (floorByPrice[Math.max(cents, 0)] as number);

/** The cheapest level not below this many cents; the last where none is. */
export function levelAtOrAbove(cents: number): number {
  const level = levelAtOrBelow(cents);
  return level < levels && (priceByLevel[level] as number) < cents ? level + 1 : level;
}
