import type { Reply, Contract, Request } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { orderIdOf, orderNumberOf, units, type OrderId } from '@piazza/shared/values';
import type { AmendOrder, CancelOrder, OrderCommand, PlaceOrder } from '../domain/market/index.ts';
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

/** Mixes a number into half a fingerprint. */
const mixed = (half: number, value: number): number => {
  const next = Math.imul(half ^ value, 0x9e37_79b1);
  return next ^ (next >>> 15);
};

function ofText(half: number, text: string): number {
  let next = half;
  for (let at = 0; at < text.length; at += 1) next = mixed(next, text.charCodeAt(at));
  return next;
}

/** What the command asks, as numbers and texts in a fixed order. */
function partsOf(command: OrderCommand): readonly (number | string)[] {
  switch (command.kind) {
    case 'orders.place':
      return [
        command.kind,
        command.listing,
        command.side,
        command.type,
        command.timeInForce,
        command.selfMatch,
        command.priceCents,
        command.quantity,
        command.lastDay,
        command.minimumQuantity,
      ];
    case 'orders.amend':
      return [command.kind, command.order, command.priceCents, command.quantity];
    case 'orders.cancel':
      return [command.kind, command.order];
  }
}

/**
 * Tells one order from another under the same key. No secret is needed: the journal has the order beside it in clear,
 * and who finds two orders alike has only their own key to use them on.
 */
export function fingerprintOf(command: OrderCommand): string {
  let low = 0x811c_9dc5;
  let high = 0x2545_f491;
  for (const part of partsOf(command)) {
    if (typeof part === 'string') {
      low = ofText(low, part);
      high = ofText(high, part);
    } else {
      low = mixed(mixed(low, part % 0x1_0000_0000), part / 0x1_0000_0000);
      high = mixed(mixed(high, part % 0x1_0000_0000), part / 0x1_0000_0000);
    }
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
