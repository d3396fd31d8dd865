import {
  contract,
  endpointNames,
  isFile,
  type EndpointName,
  type EndpointRecord,
} from '@piazza/shared/contract';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { parseCookie, stringifySetCookie } from 'cookie';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { Refused, type Principal } from '../handler.ts';
import { filesOnly, sendFile } from './files.ts';
import type { Pipeline, RawCall } from './pipeline.ts';
import { internalError, problemHeaders, problemMedia, problemOf } from './problem.ts';
import { requestLimit, type RequestLimit } from './rate-limit.ts';

export interface RouterOptions {
  readonly pipeline: Pipeline;
  /** @throws Refused session_expired when the token is no good */
  readonly authenticate: (accessToken: string) => Principal;
  /** Requests a minute and address, where the contract names no narrower limit. */
  readonly limit: RequestLimit;
  /** The same of mass cancellations: whoever has asked too much else can still withdraw. */
  readonly withdrawals: RequestLimit;
  /** Whether narrower limits of the contract apply; tests that fire thousands of calls switch them off. */
  readonly limits: boolean;
  readonly secureCookies: boolean;
  readonly reportBug: (error: unknown, request: Request) => void;
  /** From the request to its answer, in ms. */
  readonly acknowledged: (name: EndpointName, ms: number) => void;
}

const defaultMaxBody = 16 * 1024;

function sendProblem(response: Response, rejection: Rejection, instance: string): void {
  const problem = problemOf(rejection, instance);
  for (const [name, value] of problemHeaders(rejection)) response.setHeader(name, value);
  response.status(problem.status).type(problemMedia).send(JSON.stringify(problem));
}

/** A path below /api that is not in the table. */
export const noSuchPath: express.RequestHandler = (request, response) =>
  sendProblem(response, reject('not_found'), request.originalUrl);

const refuseLimited = (request: Request, response: Response): void =>
  sendProblem(response, reject('rate_limited'), request.originalUrl);

/** The limit of requests in general, shared by all that serves the API. */
export const limitOf = (perMinute: number): RequestLimit => requestLimit(perMinute, refuseLimited);

function rawCall(request: Request, response: Response, options: RouterOptions): RawCall {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const cookies = parseCookie(request.headers.cookie ?? '');
  return {
    params: request.params,
    query: request.query,
    ...(Buffer.isBuffer(request.body)
      ? { body: undefined, bytes: request.body }
      : { body: request.body as unknown }),
    key: request.get('Idempotency-Key'),
    clientAddress: request.ip ?? '',
    userAgent: request.get('User-Agent'),
    cookie: (name) => cookies[name],
    setCookie: (name, value, maxAgeMs) => {
      const setting = stringifySetCookie({
        name,
        value: value ?? '',
        httpOnly: true,
        sameSite: 'strict',
        secure: options.secureCookies,
        path: '/api/v1/auth',
        maxAge: value === null ? 0 : Math.floor(maxAgeMs / 1000),
      });
      response.append('Set-Cookie', setting);
    },
    authenticate: () => (token === undefined ? null : options.authenticate(token)),
  };
}

/** Endpoints that live by the cookie alone need a header that no foreign page can send without asking first. */
const ownOriginOnly: express.RequestHandler = (request, _response, next) => {
  if (request.get('X-Piazza') !== '1') throw new Refused(reject('foreign_origin'));
  next();
};
const byCookie: ReadonlySet<EndpointName> = new Set(['auth.refresh', 'auth.logout']);

/** A body is JSON in UTF-8 (RFC 8259 § 8.1) or it is refused unread. */
const jsonOnly: express.RequestHandler = (request, _response, next) => {
  const { headers } = request;
  const carriesBody = Number(headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in headers;
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  const readable = request.is('application/json') !== false && charset.toLowerCase() === 'utf-8';
  if (carriesBody && !readable) throw new Refused(reject('unsupported_media_type'));
  next();
};

/** What the parser would pass over: a byte order mark (RFC 8259 § 8.1), and nothing where a body is asked for. */
const isJson =
  (endpoint: EndpointRecord) =>
  (_request: unknown, _response: unknown, body: Buffer): void => {
    const missing = endpoint.body !== undefined && body.length === 0;
    if (missing || body[0] === 0xef) throw new Refused(reject('malformed_request', { fields: ['body'] }));
  };

/** What reads the body of an endpoint: JSON, or a file from those who may send one. */
function bodyOf(endpoint: EndpointRecord, options: RouterOptions): express.RequestHandler[] {
  const limit = endpoint.maxBody ?? defaultMaxBody;
  return endpoint.upload === true
    ? filesOnly(endpoint, options.authenticate, limit)
    : [jsonOnly, express.json({ limit, strict: true, inflate: false, verify: isJson(endpoint) })];
}

function serve(name: EndpointName, options: RouterOptions): express.RequestHandler {
  const endpoint: EndpointRecord = contract[name];
  return async (request, response) => {
    const started = performance.now();
    const answered = (): void => options.acknowledged(name, performance.now() - started);
    const reply = await options.pipeline.run(name, rawCall(request, response, options)).finally(answered);
    response.setHeader('Cache-Control', 'no-store');
    if (endpoint.media === undefined) response.status(endpoint.status).json(reply);
    else if (isFile(endpoint.media)) sendFile(response, endpoint, reply);
    else response.status(endpoint.status).type(endpoint.media).send(reply);
  };
}

interface BodyError {
  readonly type?: string;
  readonly status?: number;
}

function rejectionOf(error: unknown): Rejection | undefined {
  if (error instanceof Refused) return error.rejection;
  const { type, status } = error as BodyError;
  if (type === 'entity.too.large') return reject('payload_too_large');
  // Everything else that body parsing and URL decoding refuse: broken JSON, charset, encoding, length, escapes.
  if (status === 415) return reject('unsupported_media_type');
  return status !== undefined && status >= 400 && status < 500 ? reject('malformed_request') : undefined;
}

const errors =
  (options: RouterOptions): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    const rejection = rejectionOf(error);
    if (rejection !== undefined) {
      sendProblem(response, rejection, request.originalUrl);
      return;
    }
    options.reportBug(error, request);
    response.status(500).type(problemMedia);
    response.send(JSON.stringify(internalError(request.originalUrl)));
  };

/** Every other method on a path of the table; OPTIONS tells which there are, and allows no other origin anything. */
function otherMethods(allowed: ReadonlySet<string>): express.RequestHandler {
  const allow = [...allowed, ...(allowed.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (request, response) => {
    response.setHeader('Allow', allow);
    if (request.method === 'OPTIONS') response.status(204).end();
    else sendProblem(response, reject('method_not_allowed'), request.originalUrl);
  };
}

/** The endpoints of each path; a word in a path comes before a parameter in its place, so that it is not taken for one. */
function byPath(): [path: string, names: EndpointName[]][] {
  const names = new Map<string, EndpointName[]>();
  for (const name of endpointNames) {
    const { path } = contract[name];
    names.set(path, [...(names.get(path) ?? []), name]);
  }
  const order = (path: string): string => path.replaceAll(/:\w+/g, '~');
  return [...names].toSorted(([a], [b]) => (order(a) < order(b) ? -1 : 1));
}

/** The REST API below /api/v1, made from the contract's table: a route that is not in the table does not exist. */
export function createRouter(options: RouterOptions): Router {
  const router = express.Router({ caseSensitive: true });
  const { limit, withdrawals } = options;
  router.use((request, response, next) => {
    const counts = request.path === contract['orders.cancelAll'].path ? withdrawals : limit;
    void counts.middleware(request, response, next);
  });
  for (const [path, names] of byPath()) {
    for (const name of names) {
      const endpoint: EndpointRecord = contract[name];
      const narrow =
        options.limits && endpoint.perMinute !== undefined ? [limitOf(endpoint.perMinute).middleware] : [];
      const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
      const guards = byCookie.has(name) ? [...narrow, ownOriginOnly] : narrow;
      router[method](path, ...guards, ...bodyOf(endpoint, options), serve(name, options));
    }
    router.all(path, otherMethods(new Set(names.map((name) => contract[name].method))));
  }
  router.use(noSuchPath);
  router.use(errors(options));
  return router;
}
