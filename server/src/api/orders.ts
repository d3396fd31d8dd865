import type { Contract, Reply } from '@piazza/shared/contract';
import { millis } from '@piazza/shared/values';
import type { OrderCommand } from '../domain/market/index.ts';
import { ordersStream } from '../projections/streams.ts';
import type { ApiContext } from './context.ts';
import type { Call, Handlers } from './handler.ts';
import {
  amendCommand,
  cancelCommand,
  fingerprintOf,
  placeCommand,
  presentOutcome,
  type OrderName,
} from './order-commands.ts';
import { defaultPage } from './paging.ts';
import { pickOrders, presentOrders, presentUpdates } from './present/order.ts';

type Names =
  | 'orders.place'
  | 'orders.amend'
  | 'orders.cancel'
  | 'orders.cancelAll'
  | 'orders.cancelAllAfter'
  | 'orders.mine'
  | 'orders.updates';

/** Gives an order under the fingerprint of what it asks: the same however it was written and whichever way it came. */
async function give<N extends OrderName>(
  context: ApiContext,
  name: N,
  command: OrderCommand,
  { caller, key }: Pick<Call<OrderName>, 'caller' | 'key'>,
): Promise<Reply<Contract[N]>> {
  const under = key && { key: key.key, requestHash: fingerprintOf(command) };
  const result = await context.exchange.command(command, caller.personId, under);
  return presentOutcome(name, result) as Reply<Contract[N]>;
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
  'orders.place': (call) => give(context, 'orders.place', placeCommand(call), call),
  'orders.amend': async (call) => give(context, 'orders.amend', amendCommand(call), call),
  'orders.cancel': async (call) => give(context, 'orders.cancel', cancelCommand(call), call),
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
