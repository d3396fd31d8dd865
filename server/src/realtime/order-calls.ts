import type { Principal } from '../api/handler.ts';
import type { OrderAnswer, OrderCall } from '../api/kit/order-lane.ts';
import type { OrderName } from '../api/order-commands.ts';

type Raw = Readonly<Record<string, unknown>>;
type Caller = () => Principal | null;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sizeOf = (value: Raw): number => Object.keys(value).length;

const endpointOf = new Map<string, OrderName>([
  ['placeOrder', 'orders.place'],
  ['amendOrder', 'orders.amend'],
  ['cancelOrder', 'orders.cancel'],
]);

/** The order of a single call in its usual form; undefined for whatever the contract's schemas must look at. */
export function singleOrder(name: string, request: unknown, authenticate: Caller): OrderCall | undefined {
  const endpoint = endpointOf.get(name);
  if (endpoint === undefined || !isRecord(request) || request['key'] === undefined) return undefined;
  const { key, params, body } = request;
  if (!isRecord(params) || sizeOf(params) !== 1) return undefined;
  const cancels = endpoint === 'orders.cancel';
  if (sizeOf(request) !== (cancels ? 2 : 3)) return undefined;
  const id = endpoint === 'orders.place' ? params['listingId'] : params['orderId'];
  return { name: endpoint, id, body: cancels ? undefined : body, key, authenticate };
}

/** The same of one item of a batch. */
export function orderItem(item: unknown, authenticate: Caller): OrderCall | undefined {
  if (!isRecord(item) || item['key'] === undefined) return undefined;
  const { act, key } = item;
  const size = sizeOf(item);
  if (act === 'place' && size === 4)
    return { name: 'orders.place', id: item['listingId'], body: item['order'], key, authenticate };
  if (act === 'amend' && size === 4)
    return { name: 'orders.amend', id: item['orderId'], body: item['change'], key, authenticate };
  if (act === 'cancel' && size === 3)
    return { name: 'orders.cancel', id: item['orderId'], body: undefined, key, authenticate };
  return undefined;
}

/** The answer as a socket acknowledges it. */
export const ackOf = (answer: OrderAnswer) =>
  'rejection' in answer
    ? ({ ok: false, rejection: answer.rejection } as const)
    : ({ ok: true, value: answer.value } as const);
