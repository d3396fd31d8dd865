import type { OfferView } from '@piazza/shared/contract';
import { consideration, units, type Cents, type Units } from '@piazza/shared/values';

type Terms = Pick<OfferView, 'price' | 'lot' | 'minimumTicket' | 'hardCap'>;

/** A size of commitment that the offer takes. */
export interface Size {
  readonly units: Units;
  readonly amount: Cents;
}

/** What sizes an offer takes: whole lots from the smallest to the largest. */
export interface Lots {
  readonly lot: Size;
  readonly smallest: Size;
  readonly largest: Size;
}

/** How a wish stands to the sizes the offer takes; where it is none of them, the nearest ones are offered instead. */
export type Fit =
  | { readonly kind: 'fits'; readonly size: Size }
  | { readonly kind: 'between' | 'too_little' | 'too_much'; readonly choices: readonly Size[] };

const sizeOf = (terms: Terms, lots: number): Size => {
  const count = units(lots * terms.lot);
  return { units: count, amount: consideration(terms.price, count) };
};

/** The sizes of an offer. The largest is the whole offer: nobody can commit to more than its hard cap. */
export function lotsOf(terms: Terms): Lots {
  const lotCents = terms.price * terms.lot;
  return {
    lot: sizeOf(terms, 1),
    smallest: sizeOf(terms, Math.ceil(terms.minimumTicket / lotCents)),
    largest: sizeOf(terms, Math.floor(terms.hardCap / lotCents)),
  };
}

function fit(terms: Terms, lots: number): Fit {
  const { smallest, largest } = lotsOf(terms);
  const [least, most] = [smallest.units / terms.lot, largest.units / terms.lot];
  if (lots < least) return { kind: 'too_little', choices: [smallest] };
  if (lots > most) return { kind: 'too_much', choices: [largest] };
  if (Number.isInteger(lots)) return { kind: 'fits', size: sizeOf(terms, lots) };
  const around = [Math.floor(lots), Math.ceil(lots)].filter((each) => each >= least && each <= most);
  return { kind: 'between', choices: around.map((each) => sizeOf(terms, each)) };
}

/** @param cents whole cents, 0 or more. Never rounds: what is no whole number of lots does not fit. */
export const fitAmount = (terms: Terms, cents: number): Fit => fit(terms, cents / (terms.price * terms.lot));

/** @param count whole units, 0 or more. */
export const fitUnits = (terms: Terms, count: number): Fit => fit(terms, count / terms.lot);

/** The size one lot above or below, within what the offer takes; null at the end. */
export function neighbour(terms: Terms, size: Size, step: 1 | -1): Size | null {
  const fitting = fitUnits(terms, size.units + step * terms.lot);
  return fitting.kind === 'fits' ? fitting.size : null;
}

/**
 * The largest size that the free money pays for; null when it does not reach the smallest.
 * @param dueOf what an amount takes with the fee on it, in cents; never less than the amount
 */
export function affordable(
  terms: Terms,
  freeCents: number,
  dueOf: (cents: number) => number = (cents) => cents,
): Size | null {
  const { smallest, largest } = lotsOf(terms);
  const lotCents = terms.price * terms.lot;
  let lots = Math.min(Math.floor(freeCents / lotCents), largest.units / terms.lot);
  let least = 0;
  while (least < lots) {
    const middle = Math.ceil((least + lots) / 2);
    if (dueOf(middle * lotCents) <= freeCents) least = middle;
    else lots = middle - 1;
  }
  return lots * terms.lot < smallest.units ? null : sizeOf(terms, lots);
}
