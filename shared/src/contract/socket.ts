import { z } from 'zod';
import type { Access, EndpointRecord } from './kit.ts';
import { listingId, nothing, offerId, seqNumber, stamp } from './kit.ts';
import { notice } from './people.ts';
import { commitments } from './commitments.ts';
import { marketFrame, marketSnapshot } from './markets.ts';
import { offerProgress } from './offers.ts';
import { exampleOrder, orderEndpoints, orderItem, orderSubscription, orderUpdate } from './orders.ts';
import { dealFlowItem, totals } from './venue.ts';
import type { RejectionCode } from '../rejections/index.ts';

export interface SocketCallRecord {
  readonly summary: string;
  readonly access: Access;
  readonly request: z.ZodObject;
  readonly reply: z.ZodType;
  readonly rejections: readonly RejectionCode[];
  readonly example: object;
  /** The endpoint whose rules, handler and command it shares. */
  readonly endpoint?: string;
}
const call = <const E extends SocketCallRecord>(record: E): E => record;

const key = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const commands = { ...commitments, ...orderEndpoints };
const derived = (name: keyof typeof commands, request: z.ZodObject) => {
  const source: EndpointRecord = commands[name];
  return {
    summary: source.summary,
    access: source.access,
    rejections: source.rejections,
    request,
    endpoint: name,
  };
};

/**
 * What a client may emit. Each is acknowledged with `{ ok: true, value } | { ok: false, rejection }`.
 * Commands carry their idempotency key: the same key with the same request is answered with the recorded outcome.
 */
export const socketCalls = {
  subscribeDealFlow: call({
    summary:
      'Follow the public feed. With `after`, what was missed comes first; where too much was missed, a snapshot.',
    access: 'public',
    request: z.object({ after: seqNumber.optional() }),
    reply: z.object({ mode: z.enum(['resumed', 'snapshot']), items: z.array(dealFlowItem), totals }),
    rejections: [],
    example: { after: 0 },
  }),
  subscribeOffer: call({
    summary: 'Follow one offer: its progress now, and every change of it.',
    access: 'public',
    request: z.object({ offerId }),
    reply: offerProgress,
    rejections: ['not_found'],
    example: { offerId: '$offer' },
  }),
  unsubscribeOffer: call({
    summary: 'Stop following one offer.',
    access: 'public',
    request: z.object({ offerId }),
    reply: nothing,
    rejections: [],
    example: { offerId: '$offer' },
  }),
  renewSession: call({
    summary: 'Hand the socket a fresh access token before the old one expires.',
    access: 'signed_in',
    request: z.object({ accessToken: z.string().max(4_096) }),
    reply: nothing,
    rejections: ['session_expired', 'not_allowed'],
    example: { accessToken: '$token' },
  }),
  placeCommitment: call({
    ...derived(
      'commitments.place',
      z.object({
        key,
        params: commitments['commitments.place'].params,
        body: commitments['commitments.place'].body,
      }),
    ),
    reply: commitments['commitments.place'].reply,
    example: {
      key: 'example-key-0001',
      params: commitments['commitments.place'].example.params,
      body: commitments['commitments.place'].example.body,
    },
  }),
  revokeCommitment: call({
    ...derived('commitments.revoke', z.object({ key, params: commitments['commitments.revoke'].params })),
    reply: commitments['commitments.revoke'].reply,
    example: { key: 'example-key-0002', params: commitments['commitments.revoke'].example.params },
  }),
  subscribeMarket: call({
    summary: 'Follow one market: its book now, and a frame of changes a tick.',
    access: 'public',
    request: z.object({ listingId }),
    reply: marketSnapshot,
    rejections: ['not_found'],
    example: { listingId: '$market' },
  }),
  unsubscribeMarket: call({
    summary: 'Stop following one market.',
    access: 'public',
    request: z.object({ listingId }),
    reply: nothing,
    rejections: [],
    example: { listingId: '$market' },
  }),
  subscribeOrders: call({
    summary:
      'Follow own orders. With `after`, what was missed comes first; where too much was missed, only its end.',
    access: 'signed_in',
    request: z.object({ after: seqNumber.optional() }),
    reply: orderSubscription,
    rejections: [],
    example: { after: 0 },
  }),
  placeOrder: call({
    ...derived(
      'orders.place',
      z.object({
        key,
        params: orderEndpoints['orders.place'].params,
        body: orderEndpoints['orders.place'].body,
      }),
    ),
    reply: orderEndpoints['orders.place'].reply,
    example: { key: 'example-key-0003', params: { listingId: '$market' }, body: exampleOrder },
  }),
  amendOrder: call({
    ...derived(
      'orders.amend',
      z.object({
        key,
        params: orderEndpoints['orders.amend'].params,
        body: orderEndpoints['orders.amend'].body,
      }),
    ),
    reply: orderEndpoints['orders.amend'].reply,
    example: { key: 'example-key-0004', params: { orderId: '$order' }, body: { quantity: 5 } },
  }),
  cancelOrder: call({
    ...derived('orders.cancel', z.object({ key, params: orderEndpoints['orders.cancel'].params })),
    reply: orderEndpoints['orders.cancel'].reply,
    example: { key: 'example-key-0005', params: { orderId: '$order' } },
  }),
  sendOrders: call({
    summary:
      'Place, amend and cancel up to 100 orders, in this order. Each item is acknowledged for itself, as a single call would be.',
    // Each item has its own: whoever may place nothing may still cancel.
    access: 'signed_in',
    request: z.object({ items: z.array(orderItem).min(1).max(100) }),
    reply: z.object({
      items: z.array(
        z.union([
          z.object({ ok: z.literal(true), value: z.unknown() }),
          z.object({ ok: z.literal(false), rejection: z.unknown() }),
        ]),
      ),
    }),
    rejections: [],
    example: {
      items: [{ act: 'place', key: 'example-key-0006', listingId: '$market', order: exampleOrder }],
    },
  }),
} as const;
export type SocketCalls = typeof socketCalls;

/** What changed, so that a client can read again just what it shows: `listing:lst_1`, `queue`, `wallet`, … */
const topic = z.string().max(80);

/** What the server emits. */
export const socketPushes = {
  dealFlow: z.object({ items: z.array(dealFlowItem), totals }),
  offerProgress,
  /** Sent to those who may see what changed, after it is durable. */
  changed: z.object({ seq: seqNumber, topics: z.array(topic) }),
  marketFrame,
  /** What happened to own orders since the last tick, oldest first. */
  orderUpdates: z.object({ items: z.array(orderUpdate) }),
  notice,
  venueClock: z.object({ now: stamp, clockOffsetMs: z.int() }),
  /** Last word before the server cuts a connection. */
  bye: z.object({ reason: z.enum(['session_ended', 'roles_changed', 'too_slow', 'shutting_down']) }),
} as const;
export type SocketPushes = { [K in keyof typeof socketPushes]: z.output<(typeof socketPushes)[K]> };
