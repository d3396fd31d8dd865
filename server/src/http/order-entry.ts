import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { contract } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { Refused, type Principal } from '../api/handler.ts';
import type { OrderAnswer } from '../api/kit/order-lane.ts';
import type { Pipeline, RawCall } from '../api/kit/pipeline.ts';
import type { RequestLimit } from '../api/kit/rate-limit.ts';
import type { OrderName } from '../api/order-commands.ts';
import { WholeRequest, WholeResponse } from './messages.ts';
import { Reply } from './reply.ts';

export interface OrderEntryOptions {
  readonly pipeline: Pipeline;
  /** @throws Refused session_expired when the token is no good */
  readonly authenticate: (accessToken: string) => Principal;
  readonly limit: RequestLimit;
  readonly trustProxy: boolean;
  readonly reportBug: (error: unknown) => void;
  /** From the request to its answer, in ms. */
  readonly acknowledged: (name: OrderName, ms: number) => void;
}

/** Takes a request, or leaves it untouched: false. */
export type Entry = (request: IncomingMessage, response: ServerResponse) => boolean;

interface Target {
  readonly name: OrderName;
  readonly id: string;
}

const bodyMost = 16 * 1024;
const marketStart = '/api/v1/markets/';
const marketEnd = '/orders';
const orderStart = '/api/v1/orders/';
const idShape = /^\w{1,80}$/;
const json = /^application\/json(?:; ?charset=utf-8)?$/i;
const bearer = /^Bearer (.+)$/i;

/** What a connection said last of who it is: nearly always what it says next. As one and the same text it is found faster. */
const said = Symbol('said');
interface Connection extends Socket {
  [said]?: { readonly authorization: string; readonly token: string | undefined };
}

function tokenOf({ headers, socket }: WholeRequest): string | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  const connection: Connection = socket;
  if (connection[said]?.authorization === authorization) return connection[said].token;
  const token = bearer.exec(authorization)?.[1];
  connection[said] = { authorization, token };
  return token;
}

function idBetween(url: string, start: string, end: string): string | undefined {
  if (!url.startsWith(start) || !url.endsWith(end)) return undefined;
  const id = url.slice(start.length, url.length - end.length);
  return idShape.test(id) ? id : undefined;
}

function targetOf(method: string | undefined, url: string): Target | undefined {
  if (method === 'POST') {
    const id = idBetween(url, marketStart, marketEnd);
    return id === undefined ? undefined : { name: 'orders.place', id };
  }
  if (method !== 'DELETE' && method !== 'PATCH') return undefined;
  const id = idBetween(url, orderStart, '');
  return id === undefined ? undefined : { name: method === 'PATCH' ? 'orders.amend' : 'orders.cancel', id };
}

/** Bytes of the body; undefined where the request is unusual enough to be Express's. */
function lengthOf(headers: WholeRequest['headers'], name: OrderName): number | undefined {
  if ('transfer-encoding' in headers || 'content-encoding' in headers || 'expect' in headers)
    return undefined;
  const length = Number(headers['content-length'] ?? 0);
  if (name === 'orders.cancel') return length === 0 ? 0 : undefined;
  return length > 0 && length <= bodyMost && json.test(headers['content-type'] ?? '') ? length : undefined;
}

/** As one proxy, the venue's own, tells it; what a client wrote before that counts for nothing. */
function addressOf({ headers, socket }: WholeRequest, trustProxy: boolean): string {
  const told = trustProxy ? headers['x-forwarded-for'] : undefined;
  const last = (Array.isArray(told) ? told.join(',') : told)?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? (socket.remoteAddress ?? '') : last;
}

/** The body's object or list; undefined where it is none. */
function jsonIn(bytes: Buffer): object | undefined {
  const text = bytes.toString('utf8');
  try {
    const body = JSON.parse(text.codePointAt(0) === 0xfe_ff ? text.slice(1) : text) as unknown;
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

const noCookies = { cookie: () => undefined, setCookie: () => undefined };

/** The call for the long way, where the short one would not take it. */
const longCall = (
  { name, id }: Target,
  body: unknown,
  parts: Pick<RawCall, 'key' | 'clientAddress' | 'authenticate'>,
): RawCall => ({
  params: name === 'orders.place' ? { listingId: id } : { orderId: id },
  query: {},
  body,
  ...parts,
  ...noCookies,
});

interface Asked {
  readonly target: Target;
  readonly request: WholeRequest;
  readonly clientAddress: string;
  readonly body: object | undefined;
}

/** Gives the order, by the short way or by the long one, and replies. */
function give(options: OrderEntryOptions, asked: Asked, reply: Reply): void {
  const { pipeline, reportBug, acknowledged } = options;
  const { target, request, clientAddress, body } = asked;
  const { name, id } = target;
  const started = performance.now();
  const token = tokenOf(request);
  const authenticate = (): Principal | null => (token === undefined ? null : options.authenticate(token));
  const given = request.headers['idempotency-key'];
  const key = Array.isArray(given) ? given.join(', ') : given;
  const answer = (found: OrderAnswer): void => {
    if ('rejection' in found) reply.refusal(found.rejection);
    else reply.value(contract[name].status, found.value);
    acknowledged(name, performance.now() - started);
  };
  if (pipeline.take({ name, id, body, key, authenticate }, answer)) return;
  pipeline.run(name, longCall(target, body, { key, clientAddress, authenticate })).then(
    (value) => answer({ value: value as never }),
    (error: unknown) => {
      if (error instanceof Refused) return answer(error);
      reportBug(error);
      reply.bug();
    },
  );
}

/**
 * Orders over HTTP, ahead of Express: the same contract, pipeline, limits and refusals, without its ways. Whatever is not
 * an order in its usual form is left to Express.
 */
export function createOrderEntry(options: OrderEntryOptions): Entry {
  const { limit, trustProxy } = options;
  return (request, response) => {
    if (!(request instanceof WholeRequest && response instanceof WholeResponse)) return false;
    const { method, headers, url = '' } = request;
    const target = targetOf(method, url);
    if (target === undefined) return false;
    const length = lengthOf(headers, target.name);
    if (length === undefined) return false;
    const clientAddress = addressOf(request, trustProxy);
    const taken = limit.take(clientAddress);
    const reply = new Reply(request, response, taken);
    if (taken.limited) {
      request.ignored();
      reply.refusal(reject('rate_limited'), ['Retry-After', String(taken.retryAfter)]);
    } else if (length === 0) {
      request.ignored();
      give(options, { target, request, clientAddress, body: undefined }, reply);
    } else
      request.whole((bytes) => {
        const body = jsonIn(bytes);
        if (body === undefined) reply.refusal(reject('malformed_request'));
        else give(options, { target, request, clientAddress, body }, reply);
      });
    return true;
  };
}
