import { z } from 'zod';
import {
  endpoint,
  listingId,
  orderId,
  positiveQuantity,
  price,
  quantity,
  queryInteger,
  seqNumber,
  stamp,
} from './kit.ts';

export const sides = ['buy', 'sell'] as const;
export type Side = (typeof sides)[number];
const orderTypes = ['limit', 'market'] as const;
export type OrderType = (typeof orderTypes)[number];
/** day: this session's day; gtc: until cancelled; gtd: to the end of a day; ioc: now or never; fok: all now or nothing; auction: the next auction. */
export const timesInForce = ['day', 'gtc', 'gtd', 'ioc', 'fok', 'auction'] as const;
export type TimeInForce = (typeof timesInForce)[number];
/** What gives way when an order would meet one of the same beneficial owner. */
export const selfMatchRules = ['cancel_newest', 'cancel_oldest', 'cancel_both'] as const;
export type SelfMatchRule = (typeof selfMatchRules)[number];

const day = z.string().regex(/^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/);

const placeOrderBody = z.object({
  side: z.enum(sides),
  type: z.enum(orderTypes),
  /** Limit; of a market order the protection price, beyond which it does not trade. */
  price,
  quantity: positiveQuantity,
  timeInForce: z.enum(timesInForce),
  /** Last day of a GTD order in Europe/Rome, at most 90 days ahead. */
  goodTill: day.nullable().optional(),
  /** At least so much must trade at once, or the order is refused. Only in continuous trading. */
  minimumQuantity: positiveQuantity.nullable().optional(),
  selfMatch: z.enum(selfMatchRules).optional(),
});
export type PlaceOrder = z.output<typeof placeOrderBody>;

const amendOrderBody = z
  .object({
    price: price.optional(),
    /** New total quantity, filled part included. */
    quantity: positiveQuantity.optional(),
  })
  .refine(({ price: to, quantity: total }) => to !== undefined || total !== undefined);

/** An order that rests in a book. */
const orderView = z.object({
  id: orderId,
  listingId,
  title: z.string(),
  side: z.enum(sides),
  price,
  quantity: positiveQuantity,
  remaining: quantity,
  timeInForce: z.enum(timesInForce),
  goodTill: day.nullable(),
  /** Since when it has its place in the queue. */
  placedAt: stamp,
});
export type OrderView = z.output<typeof orderView>;

const cancelReasons = [
  'owner',
  'self_match',
  'immediate',
  'expired',
  'session_end',
  'dead_man',
  'operator',
  // Who may no longer trade here.
  'owner_barred',
  'dispute',
] as const;

/** One thing that happened to an order of mine. `seq` is gapless in my own stream. */
export const orderUpdate = z.object({
  seq: seqNumber,
  at: stamp,
  orderId,
  listingId,
  title: z.string(),
  side: z.enum(sides),
  kind: z.enum(['placed', 'rested', 'traded', 'amended', 'cancelled']),
  /** Of the trade, else of the order. */
  price,
  /** Traded, cancelled, placed or rested now. */
  quantity,
  /** Still open after it. */
  remaining: quantity,
  /** Number of the trade in its listing; null where none is meant. */
  trade: z.int().nullable(),
  reason: z.enum(cancelReasons).nullable(),
});
export type OrderUpdate = z.output<typeof orderUpdate>;

/** What an order did at once. */
const placedOrder = z.object({
  orderId,
  /** Traded at once. */
  filled: quantity,
  /** Resting in the book now. */
  resting: quantity,
  /** Cancelled at once: the rest of an immediate order, or what would have met an own order. */
  cancelled: quantity,
});
export type PlacedOrder = z.output<typeof placedOrder>;
const cancelledOrder = z.object({ orderId, cancelled: quantity });
export const cancelledOrders = z.object({
  cancelled: z.int().min(0),
  /** Left where the phase allows no cancelling. */
  kept: z.int().min(0),
});

const placeOrderRejections = [
  'not_found',
  'matching_forbidden',
  'trading_blocked',
  'market_closed',
  'order_kind_forbidden',
  'off_tick',
  'good_till_invalid',
  'order_value_exceeded',
  'outside_collar',
  'too_many_orders',
  'self_match',
  'not_fillable',
  'minimum_not_met',
  'insufficient_funds',
  'insufficient_units',
  'interruption_spent',
] as const;
const amendOrderRejections = [...placeOrderRejections, 'nothing_to_change', 'phase_forbids'] as const;
const cancelOrderRejections = ['not_found', 'phase_forbids'] as const;

export const exampleOrder = {
  side: 'buy',
  type: 'limit',
  price: '25.00',
  quantity: 10,
  timeInForce: 'gtc',
};

export const orderEndpoints = {
  'orders.place': endpoint({
    method: 'POST',
    path: '/markets/:listingId/orders',
    summary: 'Place an order.',
    access: ['investor'],
    ownership: 'none',
    params: z.object({ listingId }),
    body: placeOrderBody,
    reply: placedOrder,
    status: 201,
    rejections: placeOrderRejections,
    example: { params: { listingId: '$market' }, body: exampleOrder },
    command: true,
  }),
  'orders.amend': endpoint({
    method: 'PATCH',
    path: '/orders/:orderId',
    summary:
      'Change price or quantity. Keeps its place in the queue only where the quantity is merely reduced.',
    access: ['investor'],
    ownership: 'order',
    params: z.object({ orderId }),
    body: amendOrderBody,
    reply: placedOrder,
    status: 200,
    rejections: amendOrderRejections,
    example: { params: { orderId: '$order' }, body: { quantity: 5 } },
    command: true,
  }),
  'orders.cancel': endpoint({
    method: 'DELETE',
    path: '/orders/:orderId',
    summary: 'Cancel what is left of an own order, whatever roles one has by now. Not in a freeze.',
    access: 'signed_in',
    ownership: 'order',
    params: z.object({ orderId }),
    reply: cancelledOrder,
    status: 200,
    rejections: cancelOrderRejections,
    example: { params: { orderId: '$order' } },
    command: true,
  }),
  'orders.cancelAll': endpoint({
    method: 'POST',
    path: '/me/orders/cancel',
    summary: 'Cancel all own orders, of one listing or of all, whatever roles one has by now.',
    access: 'signed_in',
    ownership: 'none',
    body: z.object({ listingId: listingId.nullable() }),
    reply: cancelledOrders,
    status: 200,
    rejections: ['not_found'],
    example: { body: { listingId: null } },
    command: true,
  }),
  'orders.cancelAllAfter': endpoint({
    method: 'POST',
    path: '/me/orders/cancel-all-after',
    summary:
      'A dead man’s switch: all own orders are cancelled unless this is called again in time. 0 disarms it.',
    access: ['investor'],
    ownership: 'none',
    body: z.object({
      afterMs: z
        .int()
        .min(0)
        .max(86_400_000)
        .refine((ms) => ms === 0 || ms >= 1_000),
    }),
    reply: z.object({ dueAt: stamp.nullable() }),
    status: 200,
    rejections: [],
    example: { body: { afterMs: 60_000 } },
    command: true,
  }),
  'orders.mine': endpoint({
    method: 'GET',
    path: '/me/orders',
    summary: 'Own orders that rest in a book, newest first.',
    access: 'signed_in',
    ownership: 'none',
    query: z.object({ listingId: listingId.optional() }),
    reply: z.object({ items: z.array(orderView), cancelAllAt: stamp.nullable() }),
    status: 200,
    rejections: [],
    example: {},
    command: false,
  }),
  'orders.updates': endpoint({
    method: 'GET',
    path: '/me/order-updates',
    summary:
      'What happened to own orders: newest first, or with `after` what followed that seq, oldest first.',
    access: 'signed_in',
    ownership: 'none',
    query: z.object({
      after: queryInteger(0, 999_999_999_999_999).optional(),
      before: queryInteger(1, 999_999_999_999_999).optional(),
      limit: queryInteger(1, 200).optional(),
    }),
    reply: z.object({ items: z.array(orderUpdate), newest: seqNumber }),
    status: 200,
    rejections: [],
    example: { query: { limit: '20' } },
    command: false,
  }),
} as const;

/** One item of a batch over the socket; each is answered for itself. */
const orderKey = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const orderItem = z.discriminatedUnion('act', [
  z.object({ act: z.literal('place'), key: orderKey, listingId, order: placeOrderBody }),
  z.object({ act: z.literal('amend'), key: orderKey, orderId, change: amendOrderBody }),
  z.object({ act: z.literal('cancel'), key: orderKey, orderId }),
]);
export type OrderItem = z.output<typeof orderItem>;
export const orderSubscription = z.object({
  mode: z.enum(['resumed', 'snapshot']),
  /** Oldest first. */
  items: z.array(orderUpdate),
  newest: seqNumber,
});
