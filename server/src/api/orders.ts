import { reject } from '@piazza/shared/rejections';
import { millis, orderIdOf, orderNumberOf, units, type OrderId } from '@piazza/shared/values';
import { ordersStream } from '../projections/streams.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { defaultPage } from './paging.ts';
import { pickOrders, presentOrders, presentPlaced, presentUpdates } from './present/order.ts';

type Names =
  | 'orders.place'
  | 'orders.amend'
  | 'orders.cancel'
  | 'orders.cancelAll'
  | 'orders.cancelAllAfter'
  | 'orders.mine'
  | 'orders.updates';

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

async function place(context: ApiContext, { caller, params, body, key }: Call<'orders.place'>) {
  const command = {
    kind: 'orders.place' as const,
    listing: params.listingId,
    side: body.side,
    type: body.type,
    priceCents: body.price,
    quantity: body.quantity,
    timeInForce: body.timeInForce,
    lastDay: lastDayOf(body.goodTill),
    minimumQuantity: body.minimumQuantity ?? 0,
    selfMatch: body.selfMatch ?? ('cancel_newest' as const),
  };
  return presentPlaced(await context.exchange.command(command, caller.personId, key));
}

async function amend(context: ApiContext, { caller, params, body, key }: Call<'orders.amend'>) {
  const command = {
    kind: 'orders.amend' as const,
    order: numberOf(params.orderId),
    priceCents: body.price ?? 0,
    quantity: body.quantity ?? 0,
  };
  return presentPlaced(await context.exchange.command(command, caller.personId, key));
}

async function cancel(context: ApiContext, { caller, params, key }: Call<'orders.cancel'>) {
  const command = { kind: 'orders.cancel' as const, order: numberOf(params.orderId) };
  const { order, cancelled } = await context.exchange.command(command, caller.personId, key);
  return { orderId: orderIdOf(Number(order)), cancelled: units(Number(cancelled)) };
}

async function updates(context: ApiContext, { caller, query }: Call<'orders.updates'>) {
  await context.historySettled();
  const stream = ordersStream(caller.personId);
  const { after, before, limit = defaultPage } = query;
  const range = after === undefined ? (before === undefined ? {} : { before }) : { after };
  const entries = await context.history.page(stream, { ...range, limit });
  const newest = await context.history.length(stream);
  return { items: await presentUpdates(context, entries), newest: newest as never };
}

export const ordersHandlers = (context: ApiContext): Handlers<Names> => ({
  'orders.place': (call) => place(context, call),
  'orders.amend': (call) => amend(context, call),
  'orders.cancel': (call) => cancel(context, call),
  'orders.cancelAll': async ({ caller, body, key }) => {
    const command = { kind: 'orders.cancelAll' as const, listing: body.listingId };
    const { cancelled, kept } = await context.exchange.command(command, caller.personId, key);
    return { cancelled: Number(cancelled), kept: Number(kept) };
  },
  'orders.cancelAllAfter': async ({ caller, body, key }) => {
    const command = { kind: 'orders.cancelAllAfter' as const, afterMs: body.afterMs };
    const { dueAt } = await context.exchange.command(command, caller.personId, key);
    return { dueAt: dueAt === 0 ? null : millis(Number(dueAt)) };
  },
  'orders.mine': async ({ caller, query }) => {
    const { picks, cancelAllAt } = await context.exchange.read((state) => ({
      picks: pickOrders(state, caller.personId, query.listingId),
      cancelAllAt: state.markets.deadMen.get(caller.personId) ?? null,
    }));
    return { items: await presentOrders(context, picks), cancelAllAt };
  },
  'orders.updates': (call) => updates(context, call),
});
