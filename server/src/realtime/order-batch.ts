import { socketCalls } from '@piazza/shared/contract';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { z } from 'zod';
import { requireAccess } from '../api/kit/authorize.ts';
import { decode } from '../api/kit/parse.ts';
import type { Pipeline, RawCall } from '../api/kit/pipeline.ts';
import { Refused, type Principal } from '../api/handler.ts';
import { ackOf, orderItem } from './order-calls.ts';

const mostItems = 100;
/** The frame alone: each item is parsed for itself, as the single call would be. */
const frame = z.object({ items: z.array(z.unknown()).min(1).max(mostItems) });

type ItemAck =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly rejection: Rejection };

type ItemCall = readonly [
  endpoint: 'orders.place' | 'orders.amend' | 'orders.cancel',
  raw: Pick<RawCall, 'params' | 'body'>,
];

const fieldsOf = new Map<unknown, readonly string[]>([
  ['place', ['act', 'key', 'listingId', 'order']],
  ['amend', ['act', 'key', 'orderId', 'change']],
  ['cancel', ['act', 'key', 'orderId']],
]);

const malformed = (...fields: string[]): Refused => new Refused(reject('malformed_request', { fields }));

/** The endpoint an item stands for, nothing inside checked yet. @throws Refused malformed_request */
function callOf(item: unknown): ItemCall {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) throw malformed('item');
  const raw = item as Readonly<Record<string, unknown>>;
  const fields = Object.hasOwn(raw, 'act') ? fieldsOf.get(raw['act']) : undefined;
  if (fields === undefined) throw malformed('act');
  const unknown = Object.keys(raw).filter((name) => !fields.includes(name));
  const missing = fields.filter((name) => !Object.hasOwn(raw, name));
  if (unknown.length + missing.length > 0) throw malformed(...unknown.slice(0, 20), ...missing);
  const { listingId, orderId, order, change } = raw;
  if (raw['act'] === 'place') return ['orders.place', { params: { listingId }, body: order }];
  if (raw['act'] === 'amend') return ['orders.amend', { params: { orderId }, body: change }];
  return ['orders.cancel', { params: { orderId }, body: undefined }];
}

/** How many calls a request counts as, before anything of it is checked. */
export function batchSize(raw: unknown): number {
  const items: unknown = (raw as { readonly items?: unknown } | null | undefined)?.items;
  return Array.isArray(items) ? Math.min(Math.max(items.length, 1), mostItems) : 1;
}

/** Whether the call does nothing but cancel, before anything of it is checked. */
export function cancelsAlone(name: string, raw: unknown): boolean {
  if (name !== 'sendOrders') return name === 'cancelOrder';
  const items: unknown = (raw as { readonly items?: unknown } | null | undefined)?.items;
  if (!Array.isArray(items) || items.length === 0 || items.length > mostItems) return false;
  return items.every((item) => (item as { readonly act?: unknown } | null)?.act === 'cancel');
}

export interface BatchContext {
  readonly pipeline: Pipeline;
  readonly caller: () => Principal | null;
  readonly clientAddress: string;
  /** Lets orders that are given while `give` runs be taken when it has run. */
  readonly together: (give: () => void) => void;
}

async function runItem(item: unknown, { pipeline, caller, clientAddress }: BatchContext): Promise<ItemAck> {
  try {
    const [endpoint, { params, body }] = callOf(item);
    const { key } = item as { readonly key: unknown };
    if (typeof key !== 'string') throw malformed('key');
    const value = await pipeline.run(endpoint, {
      params,
      query: undefined,
      body,
      key,
      clientAddress,
      cookie: () => undefined,
      setCookie: () => undefined,
      authenticate: caller,
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, rejection: error.rejection };
    throw error;
  }
}

/** The items of a request; a frame in its usual form needs no schema. @throws Refused malformed_request */
function itemsOf(raw: unknown): readonly unknown[] {
  const items: unknown = (raw as { readonly items?: unknown }).items;
  const usual = Array.isArray(items) && items.length > 0 && items.length <= mostItems;
  if (usual && Object.keys(raw as object).length === 1) return items;
  return (decode(frame, raw, 'request') as z.output<typeof frame>).items;
}

/**
 * Places, amends and cancels in the order of the items. All are given to the core in this turn, so that they share a
 * flush; each is answered for itself, also where others are refused. After a fault of the venue the same items may be
 * sent again: their keys answer with what was recorded.
 * @throws Refused malformed_request where the frame itself is wrong; not_authenticated, not_allowed
 */
export async function runOrderBatch(raw: unknown, context: BatchContext): Promise<{ items: ItemAck[] }> {
  const items = itemsOf(raw);
  requireAccess(socketCalls.sendOrders.access, context.caller());
  const acks: ItemAck[] = [];
  let open = items.length;
  await new Promise<void>((answered, failed) => {
    const acknowledge = (at: number, ack: ItemAck): void => {
      acks[at] = ack;
      open -= 1;
      if (open === 0) answered();
    };
    const give = (item: unknown, at: number): void => {
      const order = orderItem(item, context.caller);
      const taken =
        order !== undefined && context.pipeline.take(order, (answer) => acknowledge(at, ackOf(answer)));
      if (!taken) runItem(item, context).then((ack) => acknowledge(at, ack), failed);
    };
    context.together(() => items.forEach(give));
  });
  return { items: acks };
}
