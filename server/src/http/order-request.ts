import { contract } from '@piazza/shared/contract';
import { Refused, type Principal } from '../api/handler.ts';
import type { OrderAnswer } from '../api/kit/order-lane.ts';
import type { Pipeline, RawCall } from '../api/kit/pipeline.ts';
import type { RequestLimit } from '../api/kit/rate-limit.ts';
import type { OrderName } from '../api/order-commands.ts';
import type { Reply } from './reply.ts';

// What a request must be to be an order in its usual form, and what is done with one: the same for every way in.

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

export interface Target {
  readonly name: OrderName;
  /** Of the listing for a placement, else of the order. */
  readonly id: string;
}

const bodyMost = 16 * 1024;
const marketStart = '/api/v1/markets/';
const marketEnd = '/orders';
const orderStart = '/api/v1/orders/';
const idShape = /^\w{1,80}$/;
const json = /^application\/json(?:; ?charset=utf-8)?$/i;
const bearer = /^Bearer (.+)$/i;

function idBetween(url: string, start: string, end: string): string | undefined {
  if (!url.startsWith(start) || !url.endsWith(end)) return undefined;
  const id = url.slice(start.length, url.length - end.length);
  return idShape.test(id) ? id : undefined;
}

/** What is asked for; undefined where it is no order. */
export function targetOf(method: string | undefined, url: string): Target | undefined {
  if (method === 'POST') {
    const id = idBetween(url, marketStart, marketEnd);
    return id === undefined ? undefined : { name: 'orders.place', id };
  }
  if (method !== 'DELETE' && method !== 'PATCH') return undefined;
  const id = idBetween(url, orderStart, '');
  return id === undefined ? undefined : { name: method === 'PATCH' ? 'orders.amend' : 'orders.cancel', id };
}

/** Bytes of the body, as its headers tell; undefined where it is not what comes with such an order. */
export function bodyLength(
  name: OrderName,
  length: string | undefined,
  type: string | undefined,
): number | undefined {
  const bytes = Number(length ?? 0);
  if (name === 'orders.cancel') return bytes === 0 ? 0 : undefined;
  return bytes > 0 && bytes <= bodyMost && json.test(type ?? '') ? bytes : undefined;
}

export const tokenIn = (authorization: string): string | undefined => bearer.exec(authorization)?.[1];

/** As one proxy, the venue's own, tells it; what a client wrote before that counts for nothing. */
export function addressTold(forwardedFor: string | undefined, address: string | undefined): string {
  const last = forwardedFor?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? (address ?? '') : last;
}

/** The body's object or list; undefined where it is none. */
export function jsonIn(bytes: Buffer): object | undefined {
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

export interface Asked {
  readonly target: Target;
  readonly token: string | undefined;
  readonly key: string | undefined;
  readonly clientAddress: string;
  readonly body: object | undefined;
}

/** Gives the order, by the short way or by the long one, and replies. */
export function give(options: OrderEntryOptions, asked: Asked, reply: Reply): void {
  const { pipeline, reportBug, acknowledged } = options;
  const { target, token, key, clientAddress, body } = asked;
  const { name, id } = target;
  const started = performance.now();
  const authenticate = (): Principal | null => (token === undefined ? null : options.authenticate(token));
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
