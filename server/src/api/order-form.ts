import { isId, orderNumberOf, type ListingId } from '@piazza/shared/values';
import type { OrderCommand, PlaceOrder } from '../domain/market/index.ts';
import type { OrderName } from './order-commands.ts';

// Reads orders in the form in which nearly all of them come, some ten times as fast as by the contract's schemas. It takes
// nothing that those would refuse (a test compares), and leaves everything unusual, refusals included, to them.

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const digitAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE ? code - ZERO : NaN;
};

/** Cents of a price on the wire, €1.00 … €999.99; NaN for anything else. */
function priceIn(value: unknown): number {
  if (typeof value !== 'string') return NaN;
  const point = value.length - 3;
  if (point < 1 || point > 3 || value.charCodeAt(point) !== POINT || value.charCodeAt(0) === ZERO) return NaN;
  let cents = 0;
  for (let at = 0; at < value.length; at += 1) if (at !== point) cents = 10 * cents + digitAt(value, at);
  return cents;
}

/** A quantity of at least one; NaN for anything else. */
const quantityIn = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1_000_000_000 ? value : NaN;

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.includes(value as T) ? (value as T) : undefined;
const sides = ['buy', 'sell'] as const;
const types = ['limit', 'market'] as const;
// An order for some days is unusual enough to be read the long way.
const times = ['day', 'gtc', 'ioc', 'fok', 'auction'] as const;
const selfMatches = ['cancel_newest', 'cancel_oldest', 'cancel_both'] as const;
const placeFields = new Set([
  'side',
  'type',
  'price',
  'quantity',
  'timeInForce',
  'minimumQuantity',
  'selfMatch',
]);

function knowsOnly(fields: ReadonlySet<string>, value: Raw): boolean {
  for (const name in value) if (!fields.has(name)) return false;
  return true;
}

function placeOf(listing: ListingId, body: unknown): PlaceOrder | undefined {
  if (!isRecord(body) || !knowsOnly(placeFields, body)) return undefined;
  const side = oneOf(sides, body['side']);
  const type = oneOf(types, body['type']);
  const timeInForce = oneOf(times, body['timeInForce']);
  const selfMatch = 'selfMatch' in body ? oneOf(selfMatches, body['selfMatch']) : 'cancel_newest';
  const minimumQuantity = 'minimumQuantity' in body ? quantityIn(body['minimumQuantity']) : 0;
  const priceCents = priceIn(body['price']);
  const quantity = quantityIn(body['quantity']);
  if (side === undefined || type === undefined || timeInForce === undefined || selfMatch === undefined)
    return undefined;
  if (Number.isNaN(priceCents + quantity + minimumQuantity)) return undefined;
  const kind = 'orders.place';
  return {
    kind,
    listing,
    side,
    type,
    priceCents,
    quantity,
    timeInForce,
    lastDay: 0,
    minimumQuantity,
    selfMatch,
  };
}

const amendFields = new Set(['price', 'quantity']);

function amendOf(order: number, body: unknown): OrderCommand | undefined {
  if (!isRecord(body) || !knowsOnly(amendFields, body)) return undefined;
  const priceCents = 'price' in body ? priceIn(body['price']) : 0;
  const quantity = 'quantity' in body ? quantityIn(body['quantity']) : 0;
  if (Number.isNaN(priceCents + quantity) || priceCents + quantity === 0) return undefined;
  return { kind: 'orders.amend', order, priceCents, quantity };
}

const isEmpty = (body: unknown): boolean =>
  body === undefined || body === null || (isRecord(body) && knowsOnly(new Set(), body));

/**
 * The command of a call on the wire; undefined where the contract's schemas must have a look.
 * @param id of the listing, or of the order
 */
export function quickCommand(name: OrderName, id: unknown, body: unknown): OrderCommand | undefined {
  if (typeof id !== 'string') return undefined;
  if (name === 'orders.place') return isId('listing', id) ? placeOf(id as ListingId, body) : undefined;
  const order = isId('order', id) ? orderNumberOf(id) : null;
  if (order === null) return undefined;
  if (name === 'orders.amend') return amendOf(order, body);
  return isEmpty(body) ? { kind: 'orders.cancel', order } : undefined;
}
