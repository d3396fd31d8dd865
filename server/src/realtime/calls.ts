import {
  socketCalls,
  type EndpointName,
  type SocketCallRecord,
  type SocketCalls,
} from '@piazza/shared/contract';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { z } from 'zod';
import { decode } from '../api/kit/parse.ts';
import { requireAccess } from '../api/kit/authorize.ts';
import type { Pipeline } from '../api/kit/pipeline.ts';
import { Refused, type Principal } from '../api/handler.ts';
import { runOrderBatch } from './order-batch.ts';

export type CallName = keyof SocketCalls;
export const callNames = Object.keys(socketCalls) as CallName[];

/** What every call is acknowledged with: a value, a coded refusal, or the word that the venue itself failed. */
export type Ack =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly rejection: Rejection }
  | { readonly ok: false; readonly error: 'internal' };

/** The calls that are no endpoint: they concern the connection itself. Each gets the decoded request. */
export type OwnCalls = Readonly<
  Record<
    | 'subscribeDealFlow'
    | 'subscribeOffer'
    | 'unsubscribeOffer'
    | 'subscribeMarket'
    | 'unsubscribeMarket'
    | 'subscribeOrders'
    | 'renewSession',
    (request: never) => Promise<unknown>
  >
>;

export interface CallContext {
  readonly pipeline: Pipeline;
  readonly caller: () => Principal | null;
  readonly clientAddress: string;
  readonly own: OwnCalls;
  readonly together: (give: () => void) => void;
  /** Resolves when everything that is applied now is durable. */
  readonly settled: () => Promise<void>;
}

const noCookies = { cookie: () => undefined, setCookie: () => undefined };

async function viaEndpoint(context: CallContext, endpoint: EndpointName, request: unknown): Promise<unknown> {
  const { key, params, body } = request as { key: string; params?: unknown; body?: unknown };
  const { clientAddress } = context;
  // The key is of the person, not of the road: the same command over HTTP and over the socket is one command.
  return context.pipeline.run(endpoint, {
    params,
    query: undefined,
    body,
    key,
    clientAddress,
    ...noCookies,
    authenticate: context.caller,
  });
}

/** Runs one call of a socket: validate, authenticate, authorize, handle, present. @throws Refused */
export async function runCall(name: CallName, raw: unknown, context: CallContext): Promise<unknown> {
  const call: SocketCallRecord = socketCalls[name];
  // Where HTTP may come without a body, a call that brings nothing was made wrongly.
  if (raw === undefined || raw === null)
    throw new Refused(reject('malformed_request', { fields: ['request'] }));
  if (name === 'sendOrders') return runOrderBatch(raw, context);
  const request = decode(call.request, raw, 'request');
  if (call.endpoint !== undefined) return viaEndpoint(context, call.endpoint as EndpointName, raw);
  requireAccess(call.access, context.caller());
  const reply = await context.own[name as keyof OwnCalls](request as never);
  await context.settled();
  return z.encode(call.reply, reply);
}
