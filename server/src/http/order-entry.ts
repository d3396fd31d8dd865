import type { IncomingMessage, ServerResponse } from 'node:http';
import { contract } from '@piazza/shared/contract';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { Refused, type Principal } from '../api/handler.ts';
import type { OrderAnswer } from '../api/kit/order-lane.ts';
import type { Pipeline, RawCall } from '../api/kit/pipeline.ts';
import { internalError, problemHeaders, problemMedia, problemOf } from '../api/kit/problem.ts';
import type { RequestLimit } from '../api/kit/rate-limit.ts';
import type { OrderName } from '../api/order-commands.ts';
import { fixedHeaders } from './client-files.ts';

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
const prefix = '/api/v1/';
const marketPath = /^markets\/(\w{1,80})\/orders$/;
const orderPath = /^orders\/(\w{1,80})$/;
const json = /^application\/json(?:; ?charset=utf-8)?$/i;
const bearer = /^Bearer (.+)$/i;

function targetOf(method: string | undefined, url: string): Target | undefined {
  if (!url.startsWith(prefix)) return undefined;
  const path = url.slice(prefix.length);
  if (method === 'POST') {
    const id = marketPath.exec(path)?.[1];
    return id === undefined ? undefined : { name: 'orders.place', id };
  }
  if (method !== 'DELETE' && method !== 'PATCH') return undefined;
  const id = orderPath.exec(path)?.[1];
  return id === undefined ? undefined : { name: method === 'PATCH' ? 'orders.amend' : 'orders.cancel', id };
}

/** Bytes of the body; undefined where the request is unusual enough to be Express's. */
function lengthOf(headers: IncomingMessage['headers'], name: OrderName): number | undefined {
  if ('transfer-encoding' in headers || 'content-encoding' in headers || 'expect' in headers)
    return undefined;
  const length = Number(headers['content-length'] ?? 0);
  if (name === 'orders.cancel') return length === 0 ? 0 : undefined;
  return length > 0 && length <= bodyMost && json.test(headers['content-type'] ?? '') ? length : undefined;
}

/** As one proxy, the venue's own, tells it; what a client wrote before that counts for nothing. */
function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const told = trustProxy ? headers['x-forwarded-for'] : undefined;
  const last = (Array.isArray(told) ? told.join(',') : told)?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? (socket.remoteAddress ?? '') : last;
}

/** Collects the body and gives it parsed. What is no JSON object or list is given as the refusal of its form. */
function readJson(
  request: IncomingMessage,
  length: number,
  take: (body: unknown, refusal?: Rejection) => void,
): void {
  if (length === 0) {
    request.resume();
    take(undefined);
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [first] = chunks;
    const text = (chunks.length === 1 && first ? first : Buffer.concat(chunks)).toString('utf8');
    let body: unknown;
    try {
      body = JSON.parse(text.codePointAt(0) === 0xfe_ff ? text.slice(1) : text) as unknown;
    } catch {
      body = undefined;
    }
    if (typeof body === 'object' && body !== null) take(body);
    else take(undefined, reject('malformed_request'));
  });
}

/** Replies to one request. */
class Reply {
  readonly #response: ServerResponse;
  readonly #url: string;
  readonly #headers: string[];

  constructor(response: ServerResponse, url: string, headers: string[]) {
    this.#response = response;
    this.#url = url;
    this.#headers = headers;
  }

  value(status: number, value: unknown): void {
    this.#headers.push('Cache-Control', 'no-store');
    this.#send(status, 'application/json; charset=utf-8', JSON.stringify(value));
  }

  refusal(rejection: Rejection, more: readonly string[] = []): void {
    this.#headers.push(...more);
    for (const [name, value] of problemHeaders(rejection)) this.#headers.push(name, value);
    const problem = problemOf(rejection, this.#url);
    this.#send(problem.status, `${problemMedia}; charset=utf-8`, JSON.stringify(problem));
  }

  bug(): void {
    this.#send(500, `${problemMedia}; charset=utf-8`, JSON.stringify(internalError(this.#url)));
  }

  #send(status: number, type: string, text: string): void {
    const headers = this.#headers;
    headers.push('Content-Type', type, 'Content-Length', String(Buffer.byteLength(text)));
    this.#response.writeHead(status, headers);
    this.#response.end(text);
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
  readonly headers: IncomingMessage['headers'];
  readonly clientAddress: string;
  readonly body: unknown;
}

/** Gives the order, by the short way or by the long one, and replies. */
function give(options: OrderEntryOptions, asked: Asked, reply: Reply): void {
  const { pipeline, reportBug, acknowledged } = options;
  const { target, headers, clientAddress, body } = asked;
  const { name, id } = target;
  const started = performance.now();
  const token = bearer.exec(headers.authorization ?? '')?.[1];
  const authenticate = (): Principal | null => (token === undefined ? null : options.authenticate(token));
  const given = headers['idempotency-key'];
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
  const fixed = fixedHeaders();
  return (request, response) => {
    const { method, headers, url = '' } = request;
    const target = targetOf(method, url);
    if (target === undefined) return false;
    const length = lengthOf(headers, target.name);
    if (length === undefined) return false;
    const clientAddress = addressOf(request, trustProxy);
    const taken = limit.take(clientAddress);
    const limits = ['RateLimit', taken.limit, 'RateLimit-Policy', taken.policy];
    const reply = new Reply(response, url, [...fixed, ...limits]);
    if (taken.limited) reply.refusal(reject('rate_limited'), ['Retry-After', String(taken.retryAfter)]);
    else
      readJson(request, length, (body, refusal) => {
        if (refusal === undefined) give(options, { target, headers, clientAddress, body }, reply);
        else reply.refusal(refusal);
      });
    return true;
  };
}
