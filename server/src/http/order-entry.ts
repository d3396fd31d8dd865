import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { reject } from '@piazza/shared/rejections';
import type { OrderName } from '../api/order-commands.ts';
import { WholeRequest, WholeResponse } from './messages.ts';
import {
  addressTold,
  bodyLength,
  give,
  jsonIn,
  targetOf,
  tokenIn,
  type Asked,
  type OrderEntryOptions,
} from './order-request.ts';
import { Reply, type Exit, type Headers } from './reply.ts';

/** Takes a request, or leaves it untouched: false. */
export type Entry = (request: IncomingMessage, response: ServerResponse) => boolean;

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
  const token = tokenIn(authorization);
  connection[said] = { authorization, token };
  return token;
}

/** Bytes of the body; undefined where the request is unusual enough to be Express's. */
function lengthOf(headers: WholeRequest['headers'], name: OrderName): number | undefined {
  if ('transfer-encoding' in headers || 'content-encoding' in headers || 'expect' in headers)
    return undefined;
  return bodyLength(name, headers['content-length'], headers['content-type']);
}

const joined = (told: string | string[] | undefined, by: string): string | undefined =>
  Array.isArray(told) ? told.join(by) : told;

/** Out by Node's own way of replying. */
class NodeExit implements Exit {
  readonly #request: WholeRequest;
  readonly #response: WholeResponse;

  constructor(request: WholeRequest, response: WholeResponse) {
    this.#request = request;
    this.#response = response;
  }

  get stays(): boolean {
    return this.#response.shouldKeepAlive && this.#request.httpVersionMinor === 1;
  }

  whole(status: number, text: string): void {
    this.#response.whole(status, text);
  }

  parts(status: number, headers: Headers, body: Buffer): void {
    this.#response.writeHead(status, [...headers]);
    this.#response.end(body);
  }
}

/**
 * Orders over HTTP, ahead of Express: the same contract, pipeline, limits and refusals, without its ways. Whatever is not
 * an order in its usual form is left to Express.
 */
export function createOrderEntry(options: OrderEntryOptions): Entry {
  const { limit, trustProxy } = options;
  return (request, response) => {
    if (!(request instanceof WholeRequest && response instanceof WholeResponse)) return false;
    const { method, headers, socket, url = '' } = request;
    const target = targetOf(method, url);
    if (target === undefined) return false;
    const length = lengthOf(headers, target.name);
    if (length === undefined) return false;
    const forwarded = trustProxy ? joined(headers['x-forwarded-for'], ',') : undefined;
    const clientAddress = addressTold(forwarded, socket.remoteAddress);
    const taken = limit.take(clientAddress);
    const reply = new Reply(new NodeExit(request, response), url, taken);
    const asked = (body: object | undefined): Asked => ({
      target,
      token: tokenOf(request),
      key: joined(headers['idempotency-key'], ', '),
      clientAddress,
      body,
    });
    if (taken.limited) {
      request.ignored();
      reply.refusal(reject('rate_limited'), ['Retry-After', String(taken.retryAfter)]);
    } else if (length === 0) {
      request.ignored();
      give(options, asked(undefined), reply);
    } else
      request.whole((bytes) => {
        const body = jsonIn(bytes);
        if (body === undefined) reply.refusal(reject('malformed_request'));
        else give(options, asked(body), reply);
      });
    return true;
  };
}
