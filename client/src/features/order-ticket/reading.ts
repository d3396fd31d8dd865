import type { Locale, MarketPhase, PlaceOrder } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { isPrice, millis, romeDay, type Millis, type PriceCents, type Units } from '@piazza/shared/values';
import { readEuro, readWhole } from '../../ui/EuroInput/read.ts';
import { nearPrices } from '../../ui/PriceInput/ticks.ts';
import type { Draft } from './draft.ts';

export type Field = 'price' | 'quantity' | 'time' | 'goodTill' | 'minimum' | 'selfMatch';

/** What keeps a field from being sent. Amounts in cents, quantities in units. */
export type Problem = { readonly field: Field } & (
  | { readonly kind: 'price_missing' | 'price_unread' | 'price_range' }
  | { readonly kind: 'off_tick'; readonly near: readonly PriceCents[] }
  | { readonly kind: 'outside_collar'; readonly low: number; readonly high: number }
  | {
      readonly kind:
        'quantity_missing' | 'quantity_unread' | 'minimum_unread' | 'minimum_above' | 'day_missing';
    }
  | { readonly kind: 'value_exceeded'; readonly most: number }
  | { readonly kind: 'cash_short'; readonly missing: number }
  | { readonly kind: 'units_short'; readonly free: number }
  | { readonly kind: 'day_out'; readonly last: string }
);

/** What an order is held against. */
export interface Bounds {
  readonly phase: MarketPhase;
  readonly collar: { readonly low: number; readonly high: number };
  /** Cents that are not promised yet; undefined while unknown. */
  readonly freeCents: number | undefined;
  /** Units that no other order offers; undefined while unknown. */
  readonly freeUnits: number | undefined;
  /** Largest value of an order in cents, as the venue has set it; as the policy table says while unknown. */
  readonly mostCents?: number | undefined;
  /** Venue time. */
  readonly now: number;
}

export interface Reading {
  readonly price: PriceCents | null;
  readonly quantity: Units | null;
  readonly problems: readonly Problem[];
  /** The order as the venue would take it; null while there are problems. */
  readonly order: PlaceOrder | null;
}

const dayMs = 86_400_000;

/** Days a GTD order may name, first and last, in Europe/Rome. */
export const goodTillRange = (now: number): { readonly first: string; readonly last: string } => ({
  first: romeDay(millis(now)),
  last: romeDay((now + policy.goodTillDays * dayMs) as Millis),
});

function priceProblem(text: string, cents: number | null, { collar }: Bounds): Problem | null {
  const field = 'price';
  if (text.trim() === '') return { field, kind: 'price_missing' };
  if (cents === null) return { field, kind: 'price_unread' };
  if (!isPrice(cents)) {
    const near = nearPrices(cents).filter((one) => one >= collar.low && one <= collar.high);
    return near.length === 0 ? { field, kind: 'price_range' } : { field, kind: 'off_tick', near };
  }
  const inside = cents >= collar.low && cents <= collar.high;
  return inside ? null : { field, kind: 'outside_collar', ...collar };
}

function quantityProblem(
  draft: Draft,
  price: number | null,
  units: number | null,
  bounds: Bounds,
): Problem | null {
  const field = 'quantity';
  if (draft.quantity.trim() === '') return { field, kind: 'quantity_missing' };
  if (units === null || units < 1) return { field, kind: 'quantity_unread' };
  if (draft.side === 'sell' && bounds.freeUnits !== undefined && units > bounds.freeUnits)
    return { field, kind: 'units_short', free: bounds.freeUnits };
  if (price === null) return null;
  const cost = price * units;
  const most = bounds.mostCents ?? policy.maxOrderValueCents;
  if (cost > most) return { field, kind: 'value_exceeded', most };
  if (draft.side === 'buy' && bounds.freeCents !== undefined && cost > bounds.freeCents)
    return { field, kind: 'cash_short', missing: cost - bounds.freeCents };
  return null;
}

function dayProblem({ time, goodTill }: Draft, now: number): Problem | null {
  if (time !== 'gtd') return null;
  if (goodTill === '') return { field: 'goodTill', kind: 'day_missing' };
  const { first, last } = goodTillRange(now);
  return goodTill >= first && goodTill <= last ? null : { field: 'goodTill', kind: 'day_out', last };
}

function minimumProblem(text: string, least: number | null, units: number | null): Problem | null {
  if (text.trim() === '') return null;
  if (least === null || least < 1) return { field: 'minimum', kind: 'minimum_unread' };
  return units !== null && least > units ? { field: 'minimum', kind: 'minimum_above' } : null;
}

/** Reads what was typed, and says of each field what keeps it from being sent. The venue decides anyway. */
export function readDraft(draft: Draft, bounds: Bounds, locale: Locale): Reading {
  const cents = readEuro(draft.price, locale);
  const units = readWhole(draft.quantity, locale);
  const least = readWhole(draft.minimum, locale);
  const price = cents !== null && isPrice(cents) ? cents : null;
  const problems = [
    priceProblem(draft.price, cents, bounds),
    quantityProblem(draft, price, units, bounds),
    dayProblem(draft, bounds.now),
    minimumProblem(draft.minimum, least, units),
  ].filter((problem) => problem !== null);
  const quantity = units !== null && units > 0 ? (units as Units) : null;
  if (problems.length > 0 || price === null || quantity === null)
    return { price, quantity, problems, order: null };
  const { side, type, time, selfMatch } = draft;
  const order: PlaceOrder = {
    side,
    type,
    price,
    quantity,
    timeInForce: time,
    ...(time === 'gtd' ? { goodTill: draft.goodTill } : {}),
    ...(least === null || draft.minimum.trim() === '' ? {} : { minimumQuantity: least as Units }),
    ...(bounds.phase === 'continuous' ? { selfMatch } : {}),
  };
  return { price, quantity, problems, order };
}
