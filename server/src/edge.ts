import { type Server as HttpServer } from 'node:http';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { Role } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { Logger } from 'pino';
import type { ApiContext } from './api/context.ts';
import { Refused, type Principal } from './api/handler.ts';
import { type Pipeline } from './api/kit/pipeline.ts';
import { createRouter, limitOf, type RouterOptions } from './api/kit/router.ts';
import { docsRouter } from './api/openapi.ts';
import type { Config } from './config.ts';
import { type Core } from './core.ts';
import { createApp } from './http/app.ts';
import { createMetrics, type Metrics, type PaymentFigures } from './http/metrics.ts';
import { readOrders } from './http/order-connection.ts';
import { createOrderEntry } from './http/order-entry.ts';
import { createHttpServer } from './http/server.ts';
import { webhook, type Hear } from './http/webhook.ts';
import { type Identity } from './identity/identity.ts';
import type { Sequencer } from './kernel/sequencer.ts';
import { Gateway } from './realtime/gateway.ts';
import type { MarketFeed } from './realtime/market-feed.ts';

/** A list of roles is replaced where one changes, never changed, so that its set may be kept. */
function roleSets(): (roles: readonly Role[]) => ReadonlySet<Role> {
  const known = new WeakMap<readonly Role[], ReadonlySet<Role>>();
  return (roles) => {
    let found = known.get(roles);
    if (found === undefined) {
      found = new Set(roles);
      known.set(roles, found);
    }
    return found;
  };
}

function authenticator(exchange: Sequencer, identity: Identity): (token: string) => Principal {
  const setOf = roleSets();
  const find = (id: PersonId) => exchange.peek((state) => state.people.people.get(id));
  return (token) => {
    const access = identity.sessions.verifyAccess(token);
    if ('code' in access) throw new Refused(access);
    const person = find(access.personId);
    if (person === undefined || person.suspended) throw new Refused(reject('session_expired'));
    const { personId, sessionId } = access;
    return { personId, sessionId, roles: setOf(person.roles) };
  };
}

function sameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** What of the venue's parts the edge works with. */
export interface EdgeParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly clientFolder: string;
  /** What goes on with the payment provider; absent where the venue runs on play money. */
  readonly payments?: { readonly hear: Hear; readonly figures: () => PaymentFigures };
}

/** The ways into the venue: HTTP and sockets on one server. */
export interface Edge {
  readonly server: HttpServer;
  /** Closes connections on which nothing is under way. */
  readonly closeIdle: () => void;
  readonly gateway: Gateway;
  readonly metrics: Metrics;
}

type Shared = Pick<RouterOptions, 'pipeline' | 'authenticate' | 'acknowledged'> & {
  readonly metrics: Metrics;
  readonly reportBug: (error: unknown) => void;
};

/** Requests: orders ahead of Express, everything else in it. Gives what closes connections that wait for an order. */
function serveHttp(server: HttpServer, parts: EdgeParts, exchange: Sequencer, shared: Shared): () => void {
  const { config, logger, clientFolder, payments } = parts;
  const { trustProxy } = config;
  const perMinute = config.requestsPerMinute === 0 ? 2 ** 50 : config.requestsPerMinute;
  const limit = limitOf(perMinute);
  const api = createRouter({
    ...shared,
    limit,
    withdrawals: limitOf(perMinute * policy.cancelsPerOrder),
    limits: config.requestsPerMinute !== 0,
    secureCookies: config.publicUrl.startsWith('https:'),
  });
  const health = (): object => ({ status: 'ok', mode: config.mode, durableSeq: exchange.durableSeq });
  const { metrics } = shared;
  const messages = payments === undefined ? {} : { webhook: webhook(payments.hear, shared.reportBug) };
  const docs = docsRouter();
  const app = createApp({ api, docs, metrics, health, clientFolder, logger, trustProxy, ...messages });
  const entry = { ...shared, limit, trustProxy };
  // Who wants a line for each request gets it from Express.
  if (logger.isLevelEnabled('debug')) {
    server.on('request', app);
    return () => undefined;
  }
  const takesOrder = createOrderEntry(entry);
  server.on('request', (request, response) => {
    if (!takesOrder(request, response)) app(request, response);
  });
  return readOrders(server, entry);
}

export function createEdge(
  parts: EdgeParts,
  core: Core,
  markets: MarketFeed,
  context: ApiContext,
  pipeline: Pipeline,
): Edge {
  const { config, logger } = parts;
  const { exchange } = core;
  const { identity } = context;
  const authenticate = authenticator(exchange, identity);
  const server = createHttpServer();
  const metrics = createMetrics({
    connections: () => gateway.connections,
    durableSeq: () => exchange.durableSeq,
    ...(parts.payments === undefined ? {} : { payments: parts.payments.figures }),
  });
  const reportBug = (error: unknown): void => logger.error({ err: error }, 'a bug');
  const acknowledged = (name: string, ms: number): void => metrics.acknowledged(name, ms);
  // Before the gateway, which takes its own requests out of those that were listened to till then.
  const closeIdle = serveHttp(server, parts, exchange, {
    pipeline,
    authenticate,
    acknowledged,
    metrics,
    reportBug,
  });
  const gateway = new Gateway({
    http: server,
    context,
    pipeline,
    authenticate,
    onRevoked: (listener) => identity.sessions.onRevoked(listener),
    allowOrigin: sameOrigin,
    callsPerSecond: config.socketCallsPerSecond,
    markets,
    marketTickMs: config.marketTickMs,
    acknowledged,
    fannedOut: (ms) => metrics.fannedOut(ms),
    reportBug,
  });
  core.publisher.listen(gateway.publish);
  core.onFlushed((batch) => metrics.flushed(batch.records.length, batch.tookMs));
  return { server, closeIdle, gateway, metrics };
}
