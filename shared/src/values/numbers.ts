import type { Brand } from './brand.ts';

/** An amount of euro in whole cents, −(2^53−1) … 2^53−1. Balances and ticket sizes are never negative. */
export type Cents = Brand<number, 'Cents'>;
/** Whole units of an instrument, 0 … 2^53−1. */
export type Units = Brand<number, 'Units'>;
/** The price of one unit in whole cents, 100 … 99,999 (DOMAIN: a price below €1 or from €1,000 is not admitted). */
export type PriceCents = Brand<number, 'PriceCents'>;
/** Hundredths of a percent, 0 … 10,000. */
export type BasisPoints = Brand<number, 'BasisPoints'>;
/** Gapless position of a record in the journal, from 1. 0 stands for "before the first record". */
export type Seq = Brand<number, 'Seq'>;
/** UTC milliseconds since 1970 on the venue's clock. */
export type Millis = Brand<number, 'Millis'>;

function safe(value: number, min: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < min)
    throw new RangeError(`${what}: not a safe integer ≥ ${min}: ${value}`);
  return value;
}

/** @throws RangeError when the value is no safe integer. */
export const cents = (value: number): Cents => safe(value, Number.MIN_SAFE_INTEGER, 'cents') as Cents;
/** @throws RangeError when the value is no safe integer ≥ 0. */
export const units = (value: number): Units => safe(value, 0, 'units') as Units;
/** @throws RangeError when the value is no safe integer ≥ 1. */
export const priceCents = (value: number): PriceCents => safe(value, 1, 'price') as PriceCents;
/** @throws RangeError when the value is outside 0 … 10,000. */
export function basisPoints(value: number): BasisPoints {
  if (value > 10_000) throw new RangeError(`basis points above 10,000: ${value}`);
  return safe(value, 0, 'basis points') as BasisPoints;
}
/** @throws RangeError when the value is no safe integer ≥ 0. */
export const seq = (value: number): Seq => safe(value, 0, 'seq') as Seq;
/** @throws RangeError when the value is no safe integer ≥ 0. */
export const millis = (value: number): Millis => safe(value, 0, 'millis') as Millis;

/** a + b. @throws RangeError when the sum leaves the safe integers. */
export const addCents = (a: Cents, b: Cents): Cents => cents(a + b);
/** a − b; may be negative. @throws RangeError when the difference leaves the safe integers. */
export const subtractCents = (a: Cents, b: Cents): Cents => cents(a - b);
/** Consideration of `quantity` units at `price`. @throws RangeError when the product leaves the safe integers. */
export const consideration = (price: PriceCents, quantity: Units): Cents => cents(price * quantity);
/** `share` of `amount`, rounded towards zero to a whole cent; exact for every safe amount. */
export const shareOf = (amount: Cents, share: BasisPoints): Cents =>
  cents(Number((BigInt(amount) * BigInt(share)) / 10_000n));
