import type { Reply, Contract, Request } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { orderIdOf, orderNumberOf, units, type OrderId } from '@piazza/shared/values';
import {
  orderTypeCode,
  selfMatchCode,
  sideCode,
  timeInForceCode,
  type AmendOrder,
  type CancelOrder,
  type OrderCommand,
  type PlaceOrder,
} from '../domain/market/index.ts';
import { Refused } from './handler.ts';
import { presentPlaced } from './present/order.ts';

/** Calls that are one order each: by far the most of all. */
export type OrderName = 'orders.place' | 'orders.amend' | 'orders.cancel';

const DAY_MS = 86_400_000;
/** A day that is over before any order: what "31 February" becomes, to be refused in its turn. */
const neverAgain = 1;

/** Days since 1970 of a date; 0 where none is given. */
export function lastDayOf(goodTill: string | null | undefined): number {
  if (goodTill === null || goodTill === undefined) return 0;
  const at = Date.parse(`${goodTill}T00:00:00.000Z`);
  const real = Number.isFinite(at) && new Date(at).toISOString().startsWith(goodTill);
  return real ? at / DAY_MS : neverAgain;
}

function numberOf(id: OrderId): number {
  const number = orderNumberOf(id);
  if (number === null) throw new Refused(reject('not_found'));
  return number;
}

export const placeCommand = ({ params, body }: Request<Contract['orders.place']>): PlaceOrder => ({
  kind: 'orders.place',
  listing: params.listingId,
  side: body.side,
  type: body.type,
  priceCents: body.price,
  quantity: body.quantity,
  timeInForce: body.timeInForce,
  lastDay: lastDayOf(body.goodTill),
  minimumQuantity: body.minimumQuantity ?? 0,
  selfMatch: body.selfMatch ?? 'cancel_newest',
});

/** @throws Refused not_found */
export const amendCommand = ({ params, body }: Request<Contract['orders.amend']>): AmendOrder => ({
  kind: 'orders.amend',
  order: numberOf(params.orderId),
  priceCents: body.price ?? 0,
  quantity: body.quantity ?? 0,
});

/** @throws Refused not_found */
export const cancelCommand = ({
  params,
}: Pick<Request<Contract['orders.cancel']>, 'params'>): CancelOrder => ({
  kind: 'orders.cancel',
  order: numberOf(params.orderId),
});

/** The core's answer to an order, as the contract has it: on the wire and in memory it is the same. */
export function presentOutcome(
  name: OrderName,
  result: Readonly<Record<string, string | number>>,
): Reply<Contract[OrderName]> {
  if (name !== 'orders.cancel') return presentPlaced(result);
  return {
    orderId: orderIdOf(Number(result['order'])),
    cancelled: units(Number(result['cancelled'])),
  };
}

/** Mixes a number below 2^32 into half a fingerprint. */
function mixed(half: number, value: number): number {
  const next = Math.imul(half ^ value, 0x9e37_79b1);
  return next ^ (next >>> 15);
}

function ofText(half: number, text: string): number {
  let next = half;
  for (let at = 0; at < text.length; at += 1) next = mixed(next, text.charCodeAt(at));
  return next;
}

interface Halves {
  readonly listing: string;
  readonly low: number;
  readonly high: number;
}
const ofNone: Halves = { listing: '', low: 0x811c_9dc5, high: 0x2545_f491 };
/** Of the listing asked for last, which is nearly always the one asked for next. */
let known = ofNone;

function ofListing(listing: string): Halves {
  if (listing === '') return ofNone;
  if (known.listing !== listing)
    known = { listing, low: ofText(ofNone.low, listing), high: ofText(ofNone.high, listing) };
  return known;
}

const radix = 36;
const pairSpan = radix * radix;
const digits = Array.from({ length: pairSpan }, (_, value) => value.toString(radix));
const pairs = digits.map((text) => text.padStart(2, '0'));

/** The number in base 36, as `toString` gives it, in a fraction of the time. @param value below 2^32 */
function base36(value: number): string {
  let rest = value;
  let text = '';
  while (rest >= pairSpan) {
    const next = Math.floor(rest / pairSpan);
    text = `${pairs[rest - next * pairSpan]}${text}`;
    rest = next;
  }
  return `${digits[rest]}${text}`;
}

/** What the command asks beside its listing, as whole numbers in a fixed order. */
function numbersOf(command: OrderCommand): readonly number[] {
  switch (command.kind) {
    case 'orders.place': {
      const { side, type, timeInForce, selfMatch } = command;
      const codes =
        sideCode(side) |
        (orderTypeCode(type) << 1) |
        (timeInForceCode(timeInForce) << 2) |
        (selfMatchCode(selfMatch) << 5);
      return [0, codes, command.priceCents, command.quantity, command.lastDay, command.minimumQuantity];
    }
    case 'orders.amend':
      return [1, command.order, command.priceCents, command.quantity];
    case 'orders.cancel':
      return [2, command.order];
  }
}

const wordSpan = 0x1_0000_0000;

/**
 * Tells one order from another under the same key. No secret is needed: the journal has the order beside it in clear,
 * and who finds two orders alike has only their own key to use them on.
 */
export function fingerprintOf(command: OrderCommand): string {
  let { low, high } = ofListing(command.kind === 'orders.place' ? command.listing : '');
  for (const number of numbersOf(command)) {
    low = mixed(mixed(low, number % wordSpan), number / wordSpan);
    high = mixed(mixed(high, number % wordSpan), number / wordSpan);
  }
  return `${base36(low >>> 0)}${base36(high >>> 0)}`;
}
