import { contract, endpointNames, type EndpointName, type EndpointRecord } from '@piazza/shared/contract';
import { reject, type Rejection } from '@piazza/shared/rejections';
import { parseCookie, stringifySetCookie } from 'cookie';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Refused, type Principal } from '../handler.ts';
import type { Pipeline, RawCall } from './pipeline.ts';
import { problemMedia, problemOf } from './problem.ts';

export interface RouterOptions {
  readonly pipeline: Pipeline;
  /** @throws Refused session_expired when the token is no good */
  readonly authenticate: (accessToken: string) => Principal;
  /** Requests a minute and address, where the contract names no narrower limit. */
  readonly perMinute: number;
  /** Whether narrower limits of the contract apply; tests that fire thousands of calls switch them off. */
  readonly limits: boolean;
  readonly secureCookies: boolean;
  readonly reportBug: (error: unknown, request: Request) => void;
}

const defaultMaxBody = 16 * 1024;

export function sendProblem(response: Response, rejection: Rejection, instance: string): void {
  const problem = problemOf(rejection, instance);
  if (rejection.code === 'not_authenticated' || rejection.code === 'session_expired') {
    response.setHeader('WWW-Authenticate', 'Bearer realm="piazza"');
  }
  response.status(problem.status).type(problemMedia).send(JSON.stringify(problem));
}

function limiter(perMinute: number): express.RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (request, response) => sendProblem(response, reject('rate_limited'), request.originalUrl),
  });
}

function rawCall(request: Request, response: Response, options: RouterOptions): RawCall {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const cookies = parseCookie(request.headers.cookie ?? '');
  return {
    params: request.params,
    query: request.query,
    body: request.body as unknown,
    key: request.get('Idempotency-Key'),
    clientAddress: request.ip ?? '',
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
function requireOwnOrigin(name: EndpointName, request: Request): void {
  const byCookie = name === 'auth.refresh' || name === 'auth.logout';
  if (byCookie && request.get('X-Piazza') !== '1') throw new Refused(reject('foreign_origin'));
}

function serve(name: EndpointName, options: RouterOptions): express.RequestHandler {
  const endpoint: EndpointRecord = contract[name];
  return async (request, response) => {
    requireOwnOrigin(name, request);
    const carriesBody =
      Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
    if (carriesBody && request.is('application/json') === false)
      throw new Refused(reject('unsupported_media_type'));
    const reply = await options.pipeline.run(name, rawCall(request, response, options));
    response.setHeader('Cache-Control', 'no-store');
    if (endpoint.media === undefined) response.status(endpoint.status).json(reply);
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
    response.send(
      JSON.stringify({
        type: 'about:blank',
        title: 'internal error',
        status: 500,
        instance: request.originalUrl,
      }),
    );
  };

/** The REST API below /api/v1, made from the contract's table: a route that is not in the table does not exist. */
export function createRouter(options: RouterOptions): Router {
  const router = express.Router({ caseSensitive: true });
  router.use(limiter(options.perMinute));
  const methods = new Map<string, Set<string>>();
  for (const name of endpointNames) {
    const endpoint: EndpointRecord = contract[name];
    const json = express.json({ limit: endpoint.maxBody ?? defaultMaxBody, strict: true, inflate: false });
    const narrow = options.limits && endpoint.perMinute !== undefined ? [limiter(endpoint.perMinute)] : [];
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    router[method](endpoint.path, ...narrow, json, serve(name, options));
    methods.set(endpoint.path, (methods.get(endpoint.path) ?? new Set()).add(endpoint.method));
  }
  for (const [path, allowed] of methods) {
    router.all(path, (request, response) => {
      response.setHeader('Allow', [...allowed].join(', '));
      sendProblem(response, reject('method_not_allowed'), request.originalUrl);
    });
  }
  router.use((request, response) => sendProblem(response, reject('not_found'), request.originalUrl));
  router.use(errors(options));
  return router;
}
